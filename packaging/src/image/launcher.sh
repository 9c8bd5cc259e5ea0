#!/bin/sh
# @NAME@ of Gatehouse. Shell built-ins only: PATH may hold nothing at all.
case $0 in
/*) home=${0%/*}/.. ;;
*/*) home=$PWD/${0%/*}/.. ;;
*) home=$(command -v "$0"); home=${home%/*}/.. ;;
esac
lib=$home/lib/gatehouse
if [ ! -x "$lib/runtime/bin/java" ]; then
    echo "@NAME@: $lib/runtime is not there; is this file a copy or a link?" >&2
    exit 127
fi
# What would change the JVM, or claim another identity, from outside
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS JDK_AOT_VM_OPTIONS CLASSPATH
@IDENTITY@
# File names are bytes of UTF-8, whatever the language
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
*[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;;
*)
    [ -z "${LC_ALL:-}" ] || { LANG=$LC_ALL; unset LC_ALL; }
    LC_CTYPE=C.UTF-8
    export LANG LC_CTYPE
    ;;
esac
exec "$lib/runtime/bin/java" @FLAGS@ @MAIN@ "$@"
