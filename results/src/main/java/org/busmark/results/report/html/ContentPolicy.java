package org.busmark.results.report.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the page allows itself (W3C Content Security Policy Level 3): the very scripts and the very style sheet that were
 * written into it, and nothing else. Text that got into the page by mistake would be neither run nor fetched.
 */
final class ContentPolicy {
    private ContentPolicy() {}

    /** The policy for these elements, which must stand between their tags byte for byte. */
    static String of(List<String> scripts, String style) {
        return "default-src 'none'; script-src "
                + scripts.stream().map(ContentPolicy::hash).collect(Collectors.joining(" ")) + "; style-src "
                + hash(style) + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
