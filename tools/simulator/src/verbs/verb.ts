import type { Line } from "../calls/line.ts";
import type { DocumentRequest, TwimlDocument } from "../twiml/document.ts";
import type { Element } from "../twiml/element.ts";

/** Which verbs a program may use, and what is added to its requests. */
export interface Scope {
	name: "call" | "screen" | "queue" | "conference";
	verbs: readonly string[] | null;
	params(): Record<string, string>;
	/** Ends the program from outside: music on hold stops when somebody comes. */
	signal: AbortSignal | null;
}

export interface VerbContext {
	line: Line;
	document: TwimlDocument;
	scope: Scope;
	/** Whether nothing was executed on this call before. */
	isFirst: boolean;
	/** Aborted when the call ends, is redirected, or the scope ends. */
	signal: AbortSignal;
	/** Runs another program, on this line or on one that it is to be connected with. */
	run: RunProgram;
}

/** Runs documents until they run out (null) or leap out of the program. */
export type RunProgram = (
	line: Line,
	start: DocumentRequest | TwimlDocument,
	scope: Scope,
) => Promise<Leap | null>;

/** Where the program goes after a verb; null for the next verb. */
export type Leap =
	| { to: "document"; request: DocumentRequest }
	/** `isFailure`: nothing was to be had at an address. */
	| { to: "hangup"; isFailure?: true }
	| { to: "reject"; status: "busy" | "no-answer" }
	| { to: "leave" };

export type Verb = (context: VerbContext, element: Element) => Promise<Leap | null>;
