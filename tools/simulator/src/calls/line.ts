import type { NumbersContext } from "../numbers.ts";
import type { RecordingContext } from "../recordings/recording-context.ts";
import type { DocumentRequest, TwimlDocument } from "../twiml/document.ts";
import type { CookieJar } from "../webhooks/cookies.ts";
import type { Call } from "./call.ts";
import { isFinal } from "./call.ts";
import type { ConferenceContext } from "./joining/conference.ts";
import type { QueueContext } from "./joining/queue.ts";

/** What a call needs. */
export interface CallContext extends RecordingContext, NumbersContext, ConferenceContext, QueueContext<Line> {
	/** Calls in progress, by sid. */
	readonly lines: Map<string, Line>;
	/** Runs a call's TwiML to its end. */
	runTwiml(line: Line, start: DocumentRequest | TwimlDocument): Promise<void>;
}

/** Takes what the person on the phone does while a verb listens. */
export interface Input {
	press?(key: string): void;
	speak?(text: string, confidence: number | null): void;
	record?(said: Said): void;
}

/** What a virtual phone says into an active <Record>. */
export interface Said {
	seconds: number;
	transcript: string | null;
	endWith: "#" | "hangup" | "silence";
	audio: { bytes: Uint8Array; contentType: string } | null;
}

/** The reason of an interruption: nobody is there any more. */
export class CallEnded extends Error {
	override name = "CallEnded";
}

/** The reason of an interruption: the call was given other instructions. */
export class CallRedirected extends Error {
	override name = "CallRedirected";
	readonly target: DocumentRequest | TwimlDocument;

	constructor(target: DocumentRequest | TwimlDocument) {
		super("the call was redirected");
		this.target = target;
	}
}

/** The part of a call in progress that lives in memory only. */
export class Line {
	readonly ctx: CallContext;
	readonly call: Call;
	/** Settled when the far end picked up or the call ended before. */
	readonly picked = Promise.withResolvers<void>();
	readonly cookies: CookieJar = new Map();
	input: Input | null = null;
	/** The line this one talks with. */
	partner: Line | null = null;
	/** For a leg to a number of the account: the inbound call there, and back. */
	onward: Line | null = null;
	origin: Line | null = null;
	/** Whether whoever picks up hears an application before they are connected. */
	isScreened = false;
	/** Whether a TwiML program runs on this line and will notice an interruption. */
	isRunning = false;
	/** A reset has forgotten the call. */
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

	/** Aborted when the call ends or gets other instructions. */
	get signal(): AbortSignal {
		return this.#interruption.signal;
	}

	interrupt(reason: CallEnded | CallRedirected): void {
		this.#interruption.abort(reason);
	}

	/** After a redirect: the next verbs can be interrupted again. */
	resume(): void {
		if (!this.hasEnded) this.#interruption = new AbortController();
	}
}
