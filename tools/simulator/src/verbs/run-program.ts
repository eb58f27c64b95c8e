import { answerLine, endLine, setWaiting } from "../calls/change-status.ts";
import { CallEnded, CallRedirected, type Line } from "../calls/line.ts";
import { note, noteWarning } from "../timeline/timeline.ts";
import type { DocumentRequest, TwimlDocument } from "../twiml/document.ts";
import type { Element } from "../twiml/element.ts";
import { fetchDocument } from "./fetch-document.ts";
import type { Leap, RunProgram, Scope, VerbContext } from "./verb.ts";
import { verbs } from "./verbs.ts";

const callScope: Scope = { name: "call", verbs: null, params: () => ({}), signal: null };

/** Follows redirects of the call. Hangs up at the end. */
export async function runTwiml(line: Line, start: DocumentRequest | TwimlDocument): Promise<void> {
	line.isRunning = true;
	let next: DocumentRequest | TwimlDocument | null = start;
	while (next) {
		const current: DocumentRequest | TwimlDocument = next;
		next = null;
		try {
			const end = await runProgram(line, current, callScope);
			hangUpAfter(line, end);
		} catch (error) {
			if (error instanceof CallRedirected) {
				next = error.target;
				line.resume();
				setWaiting(line, null);
			} else if (!(error instanceof CallEnded)) {
				note(line.ctx, line.call.sid, { kind: "error", text: `the simulator failed: ${String(error)}` });
				endLine(line, "failed", "the simulator failed");
				throw error;
			}
		}
	}
	line.isRunning = false;
}

const runProgram: RunProgram = async (line, start, scope) => {
	const signal = scope.signal ? AbortSignal.any([line.signal, scope.signal]) : line.signal;
	let next: DocumentRequest | TwimlDocument = start;
	while (true) {
		signal.throwIfAborted();
		const document: TwimlDocument | null =
			"verbs" in next ? next : await fetchDocument(line, withParams(next, scope));
		signal.throwIfAborted();
		if (!document) {
			answerLine(line);
			return { to: "hangup", isFailure: true };
		}
		const leap = await runDocument({ line, document, scope, signal, isFirst: false, run: runProgram });
		if (leap?.to !== "document") return leap;
		next = leap.request;
	}
};

async function runDocument(context: VerbContext): Promise<Leap | null> {
	for (const [index, element] of context.document.verbs.entries()) {
		context.signal.throwIfAborted();
		const isFirst = index === 0 && !context.line.isAnswered;
		const leap = await runVerb({ ...context, isFirst }, element);
		if (leap) return leap;
	}
	return null;
}

async function runVerb(context: VerbContext, element: Element): Promise<Leap | null> {
	const { line, scope } = context;
	const verb = verbs[element.name];
	if (!verb || (scope.verbs && !scope.verbs.includes(element.name))) {
		noteWarning(line.ctx, line.call.sid, 12200, `<${element.name}> is not allowed here; skipped`);
		return null;
	}
	note(line.ctx, line.call.sid, {
		kind: "verb",
		text: `<${element.name}>`,
		detail: { attributes: element.attributes },
	});
	if (!staysUnanswered(context, element)) answerLine(line);
	return await verb(context, element);
}

/** https://www.twilio.com/docs/voice/twiml/reject and /pause, /dial. */
function staysUnanswered({ isFirst, line }: VerbContext, element: Element): boolean {
	if (line.isAnswered) return true;
	if (element.name === "Redirect") return true;
	if (!isFirst) return false;
	if (element.name === "Dial") return element.attributes.answerOnBridge === "true";
	return element.name === "Reject" || element.name === "Pause";
}

function hangUpAfter(line: Line, leap: Leap | null): void {
	if (leap?.to === "reject") {
		endLine(line, leap.status, "rejected");
		return;
	}
	answerLine(line);
	endLine(line, "completed", leap ? "hung up by the application" : "the TwiML ran out");
}

function withParams(request: DocumentRequest, scope: Scope): DocumentRequest {
	return { ...request, params: { ...scope.params(), ...request.params } };
}
