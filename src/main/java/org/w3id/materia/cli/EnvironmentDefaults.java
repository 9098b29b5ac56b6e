package org.w3id.materia.cli;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options from environment variables, for containers: {@code --port} from {@code MATERIA_PORT}. Where an option may stand several
 * times, the variable's values are separated by commas. The command line wins.
 */
final class EnvironmentDefaults implements IDefaultValueProvider {
    private static final String PREFIX = "MATERIA_";

    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        String value = environment.get(variable(option.longestName()));
        return value == null || value.isBlank() ? null : value;
    }

    /** The variable of an option: {@code --keep-alive} → {@code MATERIA_KEEP_ALIVE}. */
    static String variable(String option) {
        return PREFIX + option.replaceFirst("^--", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
