/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the output files have them. */
final class Text {
    private static final int DIGITS = 6;

    private Text() {}

    /** Plain, to the microsecond, without trailing zeros. */
    static String seconds(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
