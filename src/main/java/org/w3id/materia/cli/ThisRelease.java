package org.w3id.materia.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Properties;
import org.w3id.materia.server.config.ServerConfiguration.Release;
import picocli.CommandLine.IVersionProvider;

/** Version and day of this release, as the build wrote them down. */
final class ThisRelease implements IVersionProvider {
    private static final Release RELEASE = read();

    static Release get() {
        return RELEASE;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"materia " + RELEASE.version()};
    }

    private static Release read() {
        Properties properties = new Properties();
        try (InputStream in = ThisRelease.class.getResourceAsStream("/org/w3id/materia/release.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Release(properties.getProperty("version"), LocalDate.parse(properties.getProperty("date")));
    }
}
