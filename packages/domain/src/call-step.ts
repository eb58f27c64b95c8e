/**
 * The caller's next experience; only packages/twilio maps it to the carrier's words. Paths are our webhooks'.
 */
export type CallStep = SayStep | PlayStep | GatherStep | RingStep | RecordStep | HangUpStep | RejectStep;

/** `language` (ISO 639-1) is English when absent. */
export interface SayStep {
	kind: "say";
	text: string;
	language?: string;
}

export interface PlayStep {
	kind: "play";
	path: string;
	otherwise: SayStep;
}

export interface GatherStep {
	kind: "gather";
	/** Heard before the prompt; keys already count. */
	before?: readonly (SayStep | PlayStep)[];
	prompt: string;
	maxDigits: number;
	waitSeconds: number;
	/** Wait after a key; `waitSeconds` when absent. */
	keyGapSeconds?: number;
	nextPath: string;
	speech?: { hints: readonly string[] };
	language?: string;
}

export interface RungPhone {
	number: string;
	/** Steps for the person who picks up; the two are connected when they end, not after a hang-up. */
	screenPath?: string;
	answeredPath?: string;
}

/**
 * Rings at most ten telephones together; the first that takes the call has it. `callerId` is the number they show.
 */
export interface RingStep {
	kind: "ring";
	phones: readonly RungPhone[];
	callerId: string;
	timeoutSeconds: number;
	nextPath: string;
}

/** The paths are called in any order; without `transcribedPath` no transcript is ordered. */
export interface RecordStep {
	kind: "record";
	maxSeconds: number;
	nextPath: string;
	recordedPath?: string;
	transcribedPath?: string;
}

export interface HangUpStep {
	kind: "hangUp";
}

/** The call is not answered; the caller hears a tone. Only as the first step of the first answer. */
export interface RejectStep {
	kind: "reject";
}
