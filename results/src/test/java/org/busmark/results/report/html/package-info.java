@NullMarked
package org.busmark.results.report.html;

import org.jspecify.annotations.NullMarked;
