import { note } from "./timeline.ts";
import type { TimelineContext } from "./timeline-context.ts";

/** How long after somebody spoke a model may still be asked about it. */
const overheardMilliseconds = 60_000;
/** Looked through for it: a question must not cost more the longer the network's history is. */
const recentRows = 500;
const shownCharacters = 300;

/** A question to the stand-in model and what came of it. */
export interface ModelExchange {
	model: string;
	/** The last thing the model was told. */
	prompt: string;
	/** What it answered, or the error it gave. */
	answer: string;
	milliseconds: number;
}

/**
 * Notes a model's answer beside the call it is about. Nothing tells the network which call that is but the words that were
 * just spoken into it: a question that holds them is taken to be about it.
 */
export function overhearModel(
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
