import type { Line } from "../calls/line.ts";
import type { DocumentRequest, TwimlDocument } from "../twiml/document.ts";
import type { Element } from "../twiml/element.ts";

export interface Scope {
	name: "call" | "screen" | "queue" | "conference";
	verbs: readonly string[] | null;
	params(): Record<string, string>;
	/** Ends the program from outside, such as music on hold. */
	signal: AbortSignal | null;
}

export interface VerbContext {
	line: Line;
	document: TwimlDocument;
	scope: Scope;
	/** Nothing was executed on this call before. */
	isFirst: boolean;
	signal: AbortSignal;
	/** Runs another program, on this line or on one that it is connected with. */
	run: RunProgram;
}

/** Returns null at the end of the documents, or the leap that leaves the program. */
export type RunProgram = (
	line: Line,
	start: DocumentRequest | TwimlDocument,
	scope: Scope,
) => Promise<Leap | null>;

export type Leap =
	| { to: "document"; request: DocumentRequest }
	/** `isFailure`: the address gave no document. */
	| { to: "hangup"; isFailure?: true }
	| { to: "reject"; status: "busy" | "no-answer" }
	| { to: "leave" };

export type Verb = (context: VerbContext, element: Element) => Promise<Leap | null>;
