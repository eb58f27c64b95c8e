import type { CallEvent, CallPlan } from "./call-plan.ts";

/** The rule that led to a plan, in words for the owner; undefined where only the caller decided. */
export function explainPlan({ events }: CallPlan): string | undefined {
	for (const event of events) {
		const words = explainEvent(event);
		if (words !== undefined) return words;
	}
	return undefined;
}

function explainEvent({ kind, detail }: CallEvent): string | undefined {
	switch (kind) {
		case "caller_blocked":
			return "the caller is blocked";
		case "closed_told":
			return explainClosed(detail.because);
		case "extension_unanswered":
			return "nobody took the call";
		case "voicemail_offered":
			if (detail.isClosed) return explainClosed(detail.because);
			return detail.isForwarded ? "one of its own telephones sent the call here" : undefined;
		case "greeting_offered":
			return "called from one of its own telephones";
		default:
			return undefined;
	}
}

function explainClosed(because: string | number | boolean | null | undefined): string {
	return typeof because === "string" ? `closed: ${because}` : "closed by the opening hours";
}
