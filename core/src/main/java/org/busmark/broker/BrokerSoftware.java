package org.busmark.broker;

import java.nio.file.Path;

/**
 * A broker's software on this machine.
 *
 * @param home folder that holds it
 * @param version as far as it is known before the broker runs
 * @param origin for people and the report: where it came from, such as "Debian trixie packages, unpacked"
 */
public record BrokerSoftware(Path home, String version, String origin) {}
