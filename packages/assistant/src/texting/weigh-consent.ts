import type { TextsWish } from "@cloudpbx/domain/opt-out/read-wish";

/** What a model says of the sender's wish to be texted no more. */
export type WantsNoTexts = "yes" | "no" | "unsure";

/** `doubtful`: the answer ends with how to stop all texts, and people look at it. */
export type ConsentVerdict = "opt_out" | "doubtful" | "none";

/**
 * Rules and model about one wish. The rules go first: where they are sure the model changes nothing. A sign of an opt-out
 * is never left without an answer to it, whatever the model says. `model` null: none was asked, or none answered.
 */
export function weighConsent(rules: TextsWish, model: WantsNoTexts | null): ConsentVerdict {
	switch (rules) {
		case "opt_out":
			return "opt_out";
		case "innocent":
			return "none";
		case "doubtful":
			return model === "yes" ? "opt_out" : "doubtful";
		case "open":
			return model === "yes" ? "opt_out" : model === "unsure" ? "doubtful" : "none";
	}
}
