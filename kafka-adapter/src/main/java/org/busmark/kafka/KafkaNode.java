package org.busmark.kafka;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerProcess;
import org.busmark.broker.BrokerSession;
import org.busmark.broker.BrokerSoftware;
import org.busmark.broker.JavaProgram;

/**
 * A node that is about to start: its folder is formatted, then its JVM runs until it takes connections.
 *
 * @param software jars of the broker
 * @param folder fresh and its own
 * @param properties of the node
 */
record KafkaNode(BrokerSoftware software, Path folder, NodeProperties properties) {
    /** The collector that Kafka's own start script chooses; the heap is the script's largest, but grows as needed. */
    private static final List<String> JVM_FLAGS = List.of(
            "-Xms256m",
            "-Xmx1g",
            "-XX:+UseG1GC",
            "-XX:MaxGCPauseMillis=20",
            "-XX:InitiatingHeapOccupancyPercent=35",
            "-XX:+ExplicitGCInvokesConcurrent",
            "-Djava.awt.headless=true");

    private static final Duration MAX_FORMAT = Duration.ofSeconds(60);
    private static final Duration MAX_START = Duration.ofSeconds(90);
    private static final int CONNECT_MS = 1_000;

    /** Returns when the node takes connections. */
    KafkaBroker start(BrokerSession session) throws BrokerException, IOException {
        Path config = folder.resolve("server.properties");
        properties.write(config);
        Path log4j = KafkaRelease.copyResource("broker-log4j2.yaml", folder);
        format(session, config, log4j);
        BrokerProcess process = session.start(
                "Kafka broker",
                java(JVM_FLAGS, log4j, "kafka.Kafka", config.toString()),
                Map.of(),
                folder,
                log().file());
        try {
            process.awaitLog(MAX_START, "Kafka Server started");
            process.awaitReady(MAX_START, this::takesConnections);
            String version = log().version().orElse(software.version());
            return new KafkaBroker(process, properties.address(), version, provisioning(), log().file());
        } catch (BrokerException e) {
            process.close();
            throw withFirstError(e);
        } catch (IOException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private BrokerException withFirstError(BrokerException e) throws IOException {
        String error = log().firstError();
        return error.isEmpty()
                ? e
                : new BrokerException(e.getMessage() + "\nthe first error in its log:\n" + error, e.remedy(), e);
    }

    private void format(BrokerSession session, Path config, Path log4j) throws BrokerException {
        List<String> command = java(
                List.of("-XX:TieredStopAtLevel=1"),
                log4j,
                "kafka.tools.StorageTool",
                "format",
                "-t",
                ClusterId.random(new SecureRandom()),
                "-c",
                config.toString());
        try (BrokerProcess tool =
                session.start("Kafka storage tool", command, Map.of(), folder, folder.resolve("format.log"))) {
            tool.awaitEnd(MAX_FORMAT);
        }
    }

    private List<String> java(List<String> flags, Path log4j, String main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(javaProgram());
        command.addAll(flags);
        command.add("-cp");
        command.add(KafkaInstall.lib(software.home()) + "/*");
        command.add("-Dlog4j2.configurationFile=" + log4j);
        command.add("-Dkafka.logs.dir=" + folder);
        command.add(main);
        command.addAll(List.of(arguments));
        return command;
    }

    private static String javaProgram() {
        String chosen = System.getProperty("busmark.broker.java");
        return chosen == null || chosen.isBlank() ? JavaProgram.ofThisProcess() : chosen;
    }

    private boolean takesConnections() {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), properties.brokerPort()), CONNECT_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    NodeLog log() {
        return new NodeLog(folder.resolve("broker.log"));
    }

    private String provisioning() {
        return "native: " + software.origin() + ", one node (KRaft), " + javaProgram() + " "
                + String.join(" ", JVM_FLAGS);
    }
}
