/**
 * `allocation_used_up`: the account's limit, no model helps today. `out_of_capacity`: the next model may answer.
 */
export type ModelFailure =
	| "allocation_used_up"
	| "out_of_capacity"
	| "no_such_model"
	| "not_allowed"
	| "timed_out"
	| "rejected_input"
	| "json_mode_failed"
	| "error";

/** developers.cloudflare.com/workers-ai/platform/errors (2026-07-29), and 4006, which accounts see for 3036. */
const byCode: Readonly<Record<string, ModelFailure>> = {
	"3036": "allocation_used_up",
	"4006": "allocation_used_up",
	"3040": "out_of_capacity",
	"5007": "no_such_model",
	"3042": "no_such_model",
	"3023": "not_allowed",
	"3041": "not_allowed",
	"5016": "not_allowed",
	"5018": "not_allowed",
	"5035": "not_allowed",
	"3007": "timed_out",
	"3008": "timed_out",
	"3003": "rejected_input",
	"3006": "rejected_input",
	"5004": "rejected_input",
	"5006": "rejected_input",
};

const failuresByWords: readonly [RegExp, ModelFailure][] = [
	[/json mode couldn.?t be met/i, "json_mode_failed"],
	[/daily free allocation/i, "allocation_used_up"],
	[/capacity/i, "out_of_capacity"],
	[/no such model/i, "no_such_model"],
	[/timed? ?out|aborted/i, "timed_out"],
];

/** Classifies an error of `AI.run`; the code is in the message, whose prefix differs between runtimes. */
export function classifyModelError(error: unknown): ModelFailure {
	const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
	const byWords = failuresByWords.find(([pattern]) => pattern.test(words))?.[1];
	if (byWords === "json_mode_failed") return byWords;
	const code = /\b[345]0\d\d\b/.exec(words)?.[0];
	return (code === undefined ? undefined : byCode[code]) ?? byWords ?? "error";
}
