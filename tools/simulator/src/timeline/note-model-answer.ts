import { note } from "./timeline.ts";
import type { TimelineContext } from "./timeline-context.ts";

/** Maximum time between speech and a question to the model about it. */
const overheardMilliseconds = 60_000;
/** Limits the search, so that its cost does not grow with the history. */
const recentRows = 500;
const shownCharacters = 300;

export interface ModelExchange {
	model: string;
	prompt: string;
	answer: string;
	milliseconds: number;
}

/** Notes the answer beside the latest call whose spoken words are in the prompt: no other link exists. */
export function noteModelAnswer(
	ctx: TimelineContext,
	{ model, prompt, answer, milliseconds }: ModelExchange,
): void {
	const [about] = ctx.sql
		.exec<{ call_sid: string }>(
			`SELECT call_sid FROM timeline
			WHERE seq > (SELECT max(seq) FROM timeline) - ${recentRows}
				AND kind = 'input' AND at > ?1 AND detail ->> 'text' <> '' AND instr(?2, detail ->> 'text') > 0
			ORDER BY seq DESC LIMIT 1`,
			Date.now() - overheardMilliseconds,
			prompt,
		)
		.toArray();
	if (about)
		note(ctx, about.call_sid, {
			kind: "model",
			text: answer.slice(0, shownCharacters),
			detail: { model, milliseconds },
		});
}
