package org.busmark.zeromq;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.busmark.bus.BusException;
import org.zeromq.ZMQ;

/** The version of JeroMQ on the class path, as its own artifact says. */
final class ClientVersion {
    private static final String PROPERTIES = "/META-INF/maven/org.zeromq/jeromq/pom.properties";

    private ClientVersion() {}

    static String read() throws BusException {
        try (InputStream in = ZMQ.class.getResourceAsStream(PROPERTIES)) {
            if (in == null) {
                throw new BusException("JeroMQ's artifact does not say its version: no " + PROPERTIES);
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "");
        } catch (IOException e) {
            throw new BusException("JeroMQ's version cannot be read: " + e.getMessage(), e);
        }
    }
}
