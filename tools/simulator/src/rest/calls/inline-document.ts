import type { Line } from "../../calls/line.ts";
import { note, noteWarning } from "../../timeline/timeline.ts";
import type { TwimlDocument } from "../../twiml/document.ts";
import { parseTwiml, TwimlError } from "../../twiml/parse-twiml.ts";
import { validateTwiml } from "../../twiml/validate-twiml.ts";
import { RestError } from "../rest-error.ts";

const twimlCharactersMax = 4000;

export function inlineDocument(line: Line, twiml: string): TwimlDocument {
	const { verbs, warnings } = validateTwiml(readInlineTwiml(twiml));
	note(line.ctx, line.call.sid, { kind: "twiml", text: twiml });
	for (const { code, text } of warnings) noteWarning(line.ctx, line.call.sid, code, text);
	return { verbs, request: null };
}

export function readInlineTwiml(twiml: string): ReturnType<typeof parseTwiml> {
	if (twiml.length > twimlCharactersMax)
		throw new RestError(400, 21218, "Twiml is longer than 4000 characters");
	try {
		return parseTwiml(twiml);
	} catch (error) {
		if (error instanceof TwimlError)
			throw new RestError(400, 12100, `Document parse failure: ${error.message}`);
		throw error;
	}
}
