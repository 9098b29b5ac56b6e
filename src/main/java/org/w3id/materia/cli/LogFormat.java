package org.w3id.materia.cli;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import org.slf4j.LoggerFactory;

/** How the lines of the log look. */
enum LogFormat {
    /** For people. */
    TEXT,
    /** A JSON object a line, for programs that gather logs. */
    JSON;

    private static final String APPENDER = "STDERR";

    /** Makes the log of this process look so. */
    void use() {
        if (this == TEXT) {
            return; // As logback.xml has it.
        }
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        ((OutputStreamAppender<ILoggingEvent>) root.getAppender(APPENDER)).setEncoder(encoder);
    }
}
