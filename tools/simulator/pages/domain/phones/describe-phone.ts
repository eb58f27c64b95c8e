import type { PhoneState } from "./derive-phone.ts";

const words: Record<PhoneState["kind"], string> = {
	idle: "Idle",
	ringing: "Ringing",
	calling: "Calling",
	talking: "In call",
};

export function describePhone(now: PhoneState): string {
	const isConnecting = now.kind === "talking" && now.call.waitingFor?.kind === "ring";
	return words[isConnecting ? "calling" : now.kind];
}
