/** What people see. Threading: none. */
@NullMarked
package org.busmark.results.report;

import org.jspecify.annotations.NullMarked;
