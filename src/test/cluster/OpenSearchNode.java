import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.reindex.ReindexPlugin;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * One OpenSearch node from Maven Central's artifacts, for tests: there is no runnable distribution of it there. The tests'
 * {@code OpenSearchInstallation} compiles it with their class path; it is no part of what is built.
 *
 * <p>Arguments: folder of its data, HTTP port, transport port, and the transport ports of all nodes of its cluster (none for a
 * cluster of this node alone).
 */
public final class OpenSearchNode {
    private OpenSearchNode() {}

    private static final class WithPlugins extends Node {
        WithPlugins(Environment environment, Collection<Class<? extends Plugin>> plugins) {
            super(environment, plugins, true);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        Path config = Files.createDirectories(home.resolve("config"));
        List<String> transport = List.of(arguments).subList(3, arguments.length);
        Settings.Builder settings = Settings.builder()
                .put("cluster.name", "materia-test")
                .put("node.name", name(arguments[2]))
                .put("path.home", home)
                .put("path.data", home.resolve("data"))
                .put("path.logs", home.resolve("logs"))
                .put("network.host", "127.0.0.1")
                .put("http.port", arguments[1])
                .put("transport.port", arguments[2])
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .put("cluster.max_shards_per_node", 20_000);
        if (transport.isEmpty()) {
            settings.put("discovery.type", "single-node");
        } else {
            settings.putList("discovery.seed_hosts", transport.stream().map(port -> "127.0.0.1:" + port).toList())
                    .putList(
                            "cluster.initial_cluster_manager_nodes",
                            transport.stream().map(OpenSearchNode::name).toList());
        }
        LogConfigurator.registerErrorListener();
        new WithPlugins(
                        new Environment(settings.build(), config),
                        List.of(Netty4Plugin.class, CommonAnalysisPlugin.class, ReindexPlugin.class))
                .start();
        System.out.println("started");
        // Whoever started it holds the other end: it ends with them, whatever ends them.
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(0);
    }

    private static String name(String transportPort) {
        return "node-" + transportPort;
    }
}
