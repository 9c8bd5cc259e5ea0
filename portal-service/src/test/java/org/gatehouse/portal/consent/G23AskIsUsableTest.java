package org.gatehouse.portal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.policy.PolicyRules;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.HandleToken;
import org.gatehouse.protocol.ParentWindow;
import org.gatehouse.protocol.RequestHandle;
import org.gatehouse.protocol.SandboxKind;
import org.junit.jupiter.api.Test;

/// A class whose rows know `ask`; no portal of ours has one yet, so that the gate itself is asked.
class G23AskIsUsableTest {

    private static final PermissionClass CAMERA = Catalogue.ofOurs().get("camera");
    private static final AppIdentity PHOTOS =
            new AppIdentity.Sandboxed(SandboxKind.FLATPAK, new AppId("org.gnome.Photos"), "1");

    private final List<Question> asked = new ArrayList<>();
    private final List<Decision> kept = new ArrayList<>();
    private Answer answer = new Answer.Granted(1, Lifespan.ONCE, Map.of());

    @Test
    void aGrantIsForThisTimeAndTheRowStays() throws InterruptedException {
        var gate = gate();

        assertThat(gate.admit(request())).isInstanceOf(Admission.Admitted.class);
        assertThat(gate.admit(request())).isInstanceOf(Admission.Admitted.class);

        assertThat(asked).hasSize(2);
        assertThat(asked.getFirst().offer().lifespans()).containsExactly(Lifespan.ONCE);
        assertThat(kept).isEmpty();
    }

    @Test
    void aRefusalIsForThisTimeToo() throws InterruptedException {
        var gate = gate();
        answer = new Answer.Refused();

        assertThat(gate.admit(request())).isInstanceOf(Admission.Refused.class);

        assertThat(kept).isEmpty();
    }

    private ConsentGate gate() {
        Grants grants =
                new Grants() {
                    @Override
                    public StoredDecision find(GrantKey key, PermissionClass resource) {
                        return StoredDecision.of(resource, List.of("ask"), 1, Lifespan.ALWAYS);
                    }

                    @Override
                    public void remember(Decision decision) {
                        kept.add(decision);
                    }
                };
        Surroundings surroundings =
                new Surroundings() {
                    @Override
                    public Circumstances of(AppIdentity subject, PermissionClass resource) {
                        var ruling = PolicyRules.NONE.ruling(resource, "flatpak", "a.b");
                        return new Circumstances(false, ruling, Optional.empty(), true);
                    }

                    @Override
                    public boolean knowsWindows() {
                        return true;
                    }
                };
        Prompter prompter =
                question -> {
                    asked.add(question);
                    return answer;
                };
        var questions =
                new Questions(
                        prompter,
                        grants,
                        _ -> {},
                        new DialogTurns(),
                        new Silence(System::nanoTime));
        return new ConsentGate(grants, questions, _ -> {}, surroundings, (_, _) -> {});
    }

    private static ConsentRequest request() {
        var handle = RequestHandle.of(":1.1", HandleToken.ofRequest("one"));
        return new ConsentRequest(
                new Caller(":1.1", PHOTOS),
                CAMERA,
                1,
                "",
                new Question.Place(handle, ParentWindow.parse("")),
                System.nanoTime());
    }
}
