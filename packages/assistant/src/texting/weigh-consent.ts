import type { TextsWish } from "@cloudpbx/domain/opt-out/read-wish";

export type WantsNoTexts = "yes" | "no" | "unsure";

/** `doubtful`: the answer tells how to stop all texts, and people look at it. */
export type ConsentVerdict = "opt_out" | "doubtful" | "none";

/** Combines rules and model (null: no answer). Sure rules win; a sign of an opt-out is never ignored. */
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
