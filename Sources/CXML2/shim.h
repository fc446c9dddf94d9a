#pragma once
// Debian's libxml2 is built with ICU, and its headers would bring ICU's with them, which clash with the
// ones that Foundation brings. Nothing here touches the two fields that depend on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlIO.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

// Error functions that say nothing: Swift cannot write the variadic one, and pages from outside must
// not reach standard error. Set for this thread and, by the second pair, for threads that come.
static inline void briefd_ignore_message(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}

static inline void briefd_ignore_error(void *context, xmlErrorPtr error) {
    (void)context;
    (void)error;
}

static inline void briefd_silence_errors(void) {
    xmlSetGenericErrorFunc(NULL, briefd_ignore_message);
    xmlSetStructuredErrorFunc(NULL, briefd_ignore_error);
    xmlThrDefSetGenericErrorFunc(NULL, briefd_ignore_message);
    xmlThrDefSetStructuredErrorFunc(NULL, briefd_ignore_error);
}

// xmlFree is a variable that holds a function: Swift 6 takes it for shared mutable state.
static inline void briefd_free(void *memory) { xmlFree(memory); }
