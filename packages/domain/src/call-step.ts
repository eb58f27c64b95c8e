/**
 * What the caller experiences next, in plain words. Services decide steps; only packages/twilio knows how a carrier
 * is told. Paths are those of our own webhooks, with all state inside the path.
 */
export type CallStep = SayStep | PlayStep | GatherStep | RingStep | RecordStep | HangUpStep | RejectStep;

/** `language` (ISO 639-1) may be left out for English. */
export interface SayStep {
	kind: "say";
	text: string;
	language?: string;
}

/** A sound of ours. `otherwise` is said in its place when it is not there. */
export interface PlayStep {
	kind: "play";
	path: string;
	otherwise: SayStep;
}

/**
 * Asks for keys, and for words when `speech` is given: one prompt, up to `maxDigits` keys, `#` ends the choice. Silence is
 * reported as neither keys nor words. An empty prompt says nothing.
 */
export interface GatherStep {
	kind: "gather";
	/** Heard before the prompt, while keys count already. */
	before?: readonly (SayStep | PlayStep)[];
	prompt: string;
	maxDigits: number;
	/** After the prompt, until silence is reported. */
	waitSeconds: number;
	/** After a key, until the keys pressed so far are reported; `waitSeconds` when it is left out. */
	keyGapSeconds?: number;
	nextPath: string;
	speech?: { hints: readonly string[] };
	language?: string;
}

/** A telephone that rings, E.164. */
export interface RungPhone {
	number: string;
	/**
	 * Address of the steps that the person who picks up gets first, while the caller hears ringing on: the two are connected when
	 * they run out, and not connected when they hang up.
	 */
	screenPath?: string;
	/** Is told that it was answered. */
	answeredPath?: string;
}

/** Rings telephones at the same time, ten at most; the first that takes the call has it. `callerId` is the number they show. */
export interface RingStep {
	kind: "ring";
	phones: readonly RungPhone[];
	callerId: string;
	timeoutSeconds: number;
	nextPath: string;
}

/**
 * Beep, then the caller speaks until `#`, silence or the limit. The paths are called in no fixed order; without
 * `transcribedPath` the carrier is not asked for a transcript.
 */
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

/** The call is not answered at all; the caller hears a tone. Only as the first step of the first answer. */
export interface RejectStep {
	kind: "reject";
}
