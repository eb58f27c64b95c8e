import { mayCryForHelp } from "@cloudpbx/assistant/receptionist/words/is-noise";
import type { RecognisedDanger } from "@cloudpbx/contracts/calls/danger";
import type { MessagingRpc } from "@cloudpbx/contracts/rpc/messaging";
import { describeError, log } from "@cloudpbx/kit/log";

/** What danger each of these texts speaks of, null for none. `companyTexts` are the company's own words. */
export type RecogniseDangers = (
	texts: readonly string[],
	companyTexts: readonly string[],
) => Promise<(RecognisedDanger | null)[]>;

/** A caller in danger waits no longer for another Worker. */
const patienceMilliseconds = 1500;

/**
 * Has messaging look for danger: its words in six languages are a third of what this Worker would have to read before its first answer.
 * Without messaging every word that may be a cry for help counts as one. Never throws.
 */
export function recogniseDangersBy(messaging: Pick<MessagingRpc, "recogniseDangers">): RecogniseDangers {
	return async (texts, companyTexts) => {
		if (texts.every((text) => text === "")) return texts.map(() => null);
		try {
			const answer = await withinPatience(messaging.recogniseDangers([...texts], [...companyTexts]));
			if (answer.ok) return answer.value;
			log.error("danger_not_looked_for", { reason: answer.error.message });
		} catch (error) {
			log.error("danger_not_looked_for", { reason: describeError(error) });
		}
		return texts.map((text) =>
			mayCryForHelp(text) ? { kind: "unnamed", language: "en", isSure: true } : null,
		);
	};
}

async function withinPatience<Value>(work: Promise<Value>): Promise<Value> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error("messaging took too long")), patienceMilliseconds);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
