import type { CallDay, TextDay } from "@cloudpbx/contracts/api/analytics";
import type { Dashboard } from "@cloudpbx/contracts/api/dashboard";
import type { Scope } from "@cloudpbx/contracts/api/scopes";
import { countMissed } from "../analytics/count-calls.ts";

/** `numbersInTrouble` is null before the first check. */
type WaitingCounts = Record<
	| "callsInProgress"
	| "callsInDanger"
	| "campaignsSending"
	| "campaignsPaused"
	| "webhooksPaused"
	| "conversations"
	| "voicemailsUnheard"
	| "recordingsFailed"
	| "extensionsFailed",
	number
> & { numbersInTrouble: number | null };

interface DashboardFacts {
	timeZone: string;
	calls: readonly CallDay[];
	texts: readonly TextDay[];
	voicemails: number;
	waiting: WaitingCounts;
	heldBack: NonNullable<Dashboard["heldBack"]>;
}

export function toAllowedDashboard(scopes: readonly Scope[], facts: DashboardFacts): Dashboard {
	const { timeZone, calls, texts, voicemails, waiting, heldBack } = facts;
	const may = (scope: Scope) => scopes.includes(scope);
	const days = calls.map((day, index) => ({
		date: day.date,
		...(may("calls:read") && { calls: day.total, missed: countMissed(day) }),
		...(may("messages:read") && {
			textsReceived: texts[index]?.received,
			textsSent: texts[index]?.sent,
		}),
	}));
	const { date = "", ...today } = days.at(-1) ?? {};
	return {
		date,
		timeZone,
		today: {
			...today,
			...(may("calls:read") && { answered: calls.at(-1)?.answered }),
			...(may("voicemails:read") && { voicemails }),
		},
		now: {
			...(may("calls:read") && { callsInProgress: waiting.callsInProgress }),
			...(may("campaigns:read") && { campaignsSending: waiting.campaignsSending }),
		},
		waiting: {
			...(may("calls:read") && { callsInDanger: waiting.callsInDanger }),
			...(may("messages:read") && { conversations: waiting.conversations }),
			...(may("voicemails:read") && {
				voicemailsUnheard: waiting.voicemailsUnheard,
				recordingsFailed: waiting.recordingsFailed,
			}),
			...(may("extensions:read") && { extensionsFailed: waiting.extensionsFailed }),
			...(may("campaigns:read") && { campaignsPaused: waiting.campaignsPaused }),
			...(may("webhooks:read") && { webhooksPaused: waiting.webhooksPaused }),
			...(may("audit:read") && { textsHeldBack: heldBack.length }),
			...(may("numbers:read") && { numbersInTrouble: waiting.numbersInTrouble }),
		},
		...(may("audit:read") && { heldBack }),
		days,
	};
}
