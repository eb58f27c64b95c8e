import type { Line } from "../calls/line.ts";
import type { DocumentRequest, TwimlDocument } from "../twiml/document.ts";
import type { Element } from "../twiml/element.ts";

export interface Scope {
	name: "call" | "screen" | "queue" | "conference";
	verbs: readonly string[] | null;
	params(): Record<string, string>;
	signal: AbortSignal | null;
}

export interface VerbContext {
	line: Line;
	document: TwimlDocument;
	scope: Scope;
	isFirst: boolean;
	signal: AbortSignal;
	/** Runs another program, on this line or on one that it is connected with. */
	run: RunProgram;
}

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
