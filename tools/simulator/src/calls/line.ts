import type { NumbersContext } from "../numbers.ts";
import type { RecordingContext } from "../recordings/recording-context.ts";
import type { DocumentRequest, TwimlDocument } from "../twiml/document.ts";
import type { CookieJar } from "../webhooks/cookies.ts";
import type { Call } from "./call.ts";
import { isFinal } from "./call.ts";
import type { ConferenceContext } from "./joining/conference.ts";
import type { QueueContext } from "./joining/queue.ts";

export interface CallContext extends RecordingContext, NumbersContext, ConferenceContext, QueueContext<Line> {
	readonly lines: Map<string, Line>;
	/** Runs TwiML to its end. Given by the network, because verbs open lines themselves. */
	runTwiml(line: Line, start: DocumentRequest | TwimlDocument): Promise<void>;
}

export interface Input {
	press?(key: string): void;
	speak?(text: string, confidence: number | null): void;
	record?(said: Said): void;
}

export interface Said {
	seconds: number;
	transcript: string | null;
	endWith: "#" | "hangup" | "silence";
	audio: { bytes: Uint8Array; contentType: string } | null;
}

export class CallEnded extends Error {
	override name = "CallEnded";
}

export class CallRedirected extends Error {
	override name = "CallRedirected";
	readonly target: DocumentRequest | TwimlDocument;

	constructor(target: DocumentRequest | TwimlDocument) {
		super("the call was redirected");
		this.target = target;
	}
}

export class Line {
	readonly ctx: CallContext;
	readonly call: Call;
	/** Settles when the far end answers or the call ends before. */
	readonly picked = Promise.withResolvers<void>();
	readonly cookies: CookieJar = new Map();
	input: Input | null = null;
	partner: Line | null = null;
	/** For a leg to a number of the account: the inbound call there, and back. */
	onward: Line | null = null;
	origin: Line | null = null;
	/** An application talks to the far end before the two are connected. */
	isScreened = false;
	isRunning = false;
	isDropped = false;
	#interruption = new AbortController();

	constructor(ctx: CallContext, call: Call) {
		this.ctx = ctx;
		this.call = call;
		ctx.lines.set(call.sid, this);
	}

	get hasEnded(): boolean {
		return isFinal(this.call.status);
	}

	get isAnswered(): boolean {
		return this.call.answeredAt !== null;
	}

	get signal(): AbortSignal {
		return this.#interruption.signal;
	}

	interrupt(reason: CallEnded | CallRedirected): void {
		this.#interruption.abort(reason);
	}

	/** Makes the next verbs interruptible again, after a redirect. */
	resume(): void {
		if (!this.hasEnded) this.#interruption = new AbortController();
	}
}
