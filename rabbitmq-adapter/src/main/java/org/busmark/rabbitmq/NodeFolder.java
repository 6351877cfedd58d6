package org.busmark.rabbitmq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A private node's folder: its configuration, data, logs, and the environment that makes RabbitMQ's scripts use these and
 * nothing of the machine's own. Everything listens on loopback.
 *
 * @param folder readable by its owner only, without a space in its path
 * @param amqpPort that clients connect to
 * @param distributionPort of the Erlang node
 * @param epmdPort of its own port mapper
 * @param credentials written to files that only the owner can read
 */
record NodeFolder(Path folder, int amqpPort, int distributionPort, int epmdPort, Credentials credentials) {
    /** Above it the node blocks publishers. */
    static final String MEMORY_LIMIT = "2GB";
    /** Below it the node blocks publishers. */
    static final String DISK_LIMIT = "100MB";

    private static final String LOOPBACK = "127.0.0.1";
    private static final String ERLANG_OPTIONS = "-kernel inet_dist_use_interface {127,0,0,1} -start_epmd false";

    /** Writes the files. */
    void write() throws IOException {
        for (String name : new String[] {"data", "log", "schema"}) {
            Files.createDirectory(folder.resolve(name));
        }
        secret("rabbitmq.conf", configuration());
        secret(".erlang.cookie", credentials.cookie());
        // Erlang refuses a cookie that its owner can write by accident
        Files.setPosixFilePermissions(folder.resolve(".erlang.cookie"), Set.of(PosixFilePermission.OWNER_READ));
        secret("enabled_plugins", "[].\n");
        secret("advanced.config", "[].\n");
        secret("rabbitmq-env.conf", "");
    }

    /** The default user replaces guest. No plug-in runs, so that nothing but AMQP costs. */
    String configuration() {
        return String.format(
                Locale.ROOT,
                """
                listeners.tcp.1 = %s:%d
                default_user = %s
                default_pass = %s
                loopback_users.%s = true
                log.console = true
                log.console.level = info
                log.file = false
                max_message_size = %d
                vm_memory_high_watermark.absolute = %s
                disk_free_limit.absolute = %s
                """,
                LOOPBACK,
                amqpPort,
                credentials.user(),
                credentials.password(),
                credentials.user(),
                RabbitMqAdapter.MAX_MESSAGE_BYTES,
                MEMORY_LIMIT,
                DISK_LIMIT);
    }

    /**
     * Replaces the harness's variables; an empty value removes one.
     *
     * @param inherited the harness's own, of which RabbitMQ's and Erlang's must not reach the node
     */
    Map<String, String> environment(Map<String, String> inherited, String searchPath) {
        Map<String, String> environment = new TreeMap<>();
        for (String name : inherited.keySet()) {
            if (name.startsWith("RABBITMQ_") || name.startsWith("ERL_")) {
                environment.put(name, "");
            }
        }
        environment.put("PATH", searchPath);
        environment.put("HOME", folder.toString());
        environment.put("LANG", "C.UTF-8");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("ERL_EPMD_PORT", Integer.toString(epmdPort));
        environment.put("ERL_EPMD_ADDRESS", LOOPBACK);
        environment.put("RABBITMQ_NODENAME", "busmark@localhost");
        environment.put("RABBITMQ_CONF_ENV_FILE", path("rabbitmq-env.conf"));
        environment.put("RABBITMQ_CONFIG_FILE", path("rabbitmq.conf"));
        environment.put("RABBITMQ_ADVANCED_CONFIG_FILE", path("advanced.config"));
        environment.put("RABBITMQ_ENABLED_PLUGINS_FILE", path("enabled_plugins"));
        environment.put("RABBITMQ_MNESIA_BASE", path("data"));
        environment.put("RABBITMQ_LOG_BASE", path("log"));
        environment.put("RABBITMQ_LOGS", "-");
        environment.put("RABBITMQ_SCHEMA_DIR", path("schema"));
        environment.put("RABBITMQ_GENERATED_CONFIG_DIR", path("schema"));
        environment.put("RABBITMQ_PID_FILE", path("rabbitmq.pid"));
        environment.put("RABBITMQ_DIST_PORT", Integer.toString(distributionPort));
        environment.put("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", ERLANG_OPTIONS);
        environment.put("RABBITMQ_CTL_ERL_ARGS", ERLANG_OPTIONS);
        // the script then becomes the virtual machine instead of waiting for it; nobody is to be notified
        environment.put("RUNNING_UNDER_SYSTEMD", "true");
        environment.put("NOTIFY_SOCKET", "");
        return environment;
    }

    /** What a client needs. */
    Map<String, String> connection() {
        return Map.of(
                "host", LOOPBACK,
                "port", Integer.toString(amqpPort),
                "username", credentials.user(),
                "password", credentials.password());
    }

    Path nodeLog() {
        return folder.resolve("log/node.log");
    }

    Path epmdLog() {
        return folder.resolve("log/epmd.log");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void secret(String name, String text) throws IOException {
        FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.writeString(Files.createFile(folder.resolve(name), ownerOnly), text);
    }
}
