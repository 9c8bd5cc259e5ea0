package org.gatehouse.protocol;

/// Who calls, as the kernel and the bus tell; never as the app tells.
public sealed interface AppIdentity {

    /// An app in a sandbox that is understood.
    ///
    /// @param kind what confines it
    /// @param app its id, from the sandbox's own record
    /// @param instance which run of the app, `""` where the sandbox does not number them
    /// @param branch of the runtime that the app was built for, such as `23.08`; `""` if unknown
    record Sandboxed(SandboxKind kind, AppId app, String instance, String branch)
            implements AppIdentity {

        /// An app of which it is not known what it was built for.
        public Sandboxed(SandboxKind kind, AppId app, String instance) {
            this(kind, app, instance, "");
        }

        @Override
        public String wireId() {
            return app.value();
        }

        @Override
        public String wireKind() {
            return kind.wire();
        }
    }

    /// A program outside of any sandbox, shown positively.
    ///
    /// @param label what it is called, for the person only and no authority; `""` if it has no name
    record Host(String label) implements AppIdentity {

        @Override
        public String wireId() {
            return label;
        }

        @Override
        public String wireKind() {
            return "host";
        }
    }

    /// A sandbox that is not understood: asked about everything, nothing is kept.
    record Unknown() implements AppIdentity {

        @Override
        public String wireId() {
            return "";
        }

        @Override
        public String wireKind() {
            return "unknown";
        }
    }

    /// The app id as backends and the store see it; `""` for an app without a name, which is a key
    /// like any other and matches only itself.
    String wireId();

    /// `flatpak`, `snap`, `linyaps`, `click`, `host` or `unknown`.
    String wireKind();
}
