package org.gatehouse.bus.wire;

/// The header fields of a message; absent texts are empty, an absent reply serial is 0.
///
/// @param path of the object called, or that signals
/// @param interfaceName may be absent in calls
/// @param errorName of an error
/// @param replySerial the serial of the call that is answered
/// @param destination bus name it is sent to; absent: broadcast
/// @param sender unique name, filled in by the bus
/// @param signature of the body
/// @param descriptors how many descriptors come with the message
public record Header(
        String path,
        String interfaceName,
        String member,
        String errorName,
        int replySerial,
        String destination,
        String sender,
        String signature,
        int descriptors) {

    public static Header call(
            String destination,
            String path,
            String interfaceName,
            String member,
            String signature) {
        return new Header(path, interfaceName, member, "", 0, destination, "", signature, 0);
    }

    public static Header signal(
            String destination,
            String path,
            String interfaceName,
            String member,
            String signature) {
        return call(destination, path, interfaceName, member, signature);
    }

    public static Header reply(Message call, String signature) {
        return new Header("", "", "", "", call.serial(), call.header().sender(), "", signature, 0);
    }

    public static Header error(Message call, String errorName) {
        return new Header("", "", "", errorName, call.serial(), call.header().sender(), "", "s", 0);
    }
}
