import type { LiveEvent } from "@cloudpbx/contracts/news/live";

/** The contact is `from`, whichever way the call went. */
export function callEvent(row: {
	id: string;
	direction: "inbound" | "outbound";
	fromNumber: string | null;
	toNumber: string;
	status: string;
}): LiveEvent {
	const { id: callId, direction, fromNumber, toNumber, status } = row;
	return direction === "inbound"
		? { kind: "call", callId, from: fromNumber, to: toNumber, status }
		: { kind: "call", callId, from: toNumber, to: fromNumber ?? "", status };
}

export interface VoicemailFacts {
	id: string;
	extension: string | null;
	extensionId: string | null;
	fromNumber: string | null;
	createdAt: Date;
}

export function voicemailEvent({
	id,
	extension,
	extensionId,
	fromNumber,
	createdAt,
}: VoicemailFacts): LiveEvent {
	const about = { voicemailId: id, extension, extensionId, from: fromNumber };
	return { kind: "voicemail", ...about, createdAt: createdAt.toISOString() };
}
