import type { PhoneState } from "./derive-phone.ts";

const words: Record<PhoneState["kind"], string> = {
	idle: "Idle",
	ringing: "Ringing",
	calling: "Calling",
	talking: "In call",
};

/** What a phone is doing, in a word. While the company rings somebody for its caller, that is calling. */
export function describePhone(now: PhoneState): string {
	const isConnecting = now.kind === "talking" && now.call.waitingFor?.kind === "ring";
	return words[isConnecting ? "calling" : now.kind];
}
