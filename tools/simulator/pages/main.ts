import { render } from "lit-html";
import { speakCalls } from "./audio/speak-calls.ts";
import { isLive } from "./domain/phones/derive-phone.ts";
import { followNetwork } from "./operations/follow-network.ts";
import { watchHeldLine } from "./operations/hold-line.ts";
import { loadPhones } from "./operations/phones.ts";
import { loadSeen } from "./operations/threads.ts";
import { change, onChange, state } from "./state.ts";
import { listenToKeyboard } from "./views/calls/keyboard.ts";
import { pageView } from "./views/page.ts";

const root = document.getElementById("app");
if (!root) throw new Error("The page has no place for the phones");

onChange(() => {
	const phone = document.activeElement?.closest<HTMLElement>(".phone");
	render(pageView(), root);
	// The pressed button may be gone: the focus stays on its phone.
	if (phone && document.activeElement === document.body) phone.focus({ preventScroll: true });
	speakCalls();
});
listenToKeyboard();
watchHeldLine();
loadPhones();
loadSeen();
followNetwork();

setInterval(() => {
	if ([...state.calls.values()].some(isLive)) change(() => undefined);
}, 1000);
