import type { NumberTrouble } from "@cloudpbx/contracts/extensions/numbers";
import type { FindingLevel } from "@cloudpbx/contracts/findings";
import { type AnyCheck, defineCheck } from "./check.ts";

export interface CarrierFacts {
	/** `unreachable` and `refused` when the carrier says nothing. */
	account:
		| { kind: "unreachable" | "refused" }
		| { kind: "known"; isTrial: boolean; isActive: boolean; clockAheadSeconds: number | null };
	/** Null: the comparison failed. */
	troubles: readonly NumberTrouble[] | null;
	numberCount: number;
	/** The carrier's errors of one day by code; null: unknown. */
	alerts: readonly LoggedError[] | null;
	/** Yesterday's charge; null: unknown. */
	cost: { amount: number; currency: string } | null;
	isRegistrationKnown: boolean;
}

export interface LoggedError {
	code: string;
	count: number;
	/** Meaning and next step; null: an unknown code. */
	words: string | null;
}

/** Maximum seconds before quiet hours and campaign slots suffer. */
export const clockToleranceSeconds = 30;

export const carrierChecks: readonly AnyCheck<CarrierFacts>[] = [
	defineCheck({
		id: "carrier_unreachable",
		level: "error",
		check: ({ account }: CarrierFacts) => when(account.kind === "unreachable"),
		meaning: () => "Twilio does not answer: no text goes out, and voicemails are not fetched.",
		todo: () => "Look at status.twilio.com. If all is well there, check TWILIO_API_URL.",
	}),
	defineCheck({
		id: "credentials_refused",
		level: "error",
		check: ({ account }: CarrierFacts) => when(account.kind === "refused"),
		meaning: () =>
			"Twilio refuses our credentials: no text goes out, voicemails are lost after a while, and webhooks may be refused.",
		todo: () =>
			"Compare TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN with the Twilio Console, set them anew and deploy again.",
	}),
	defineCheck({
		id: "account_suspended",
		level: "error",
		check: ({ account }: CarrierFacts) => when(account.kind === "known" && !account.isActive),
		meaning: () => "The Twilio account is suspended or closed: calls and texts do not come through.",
		todo: () => "Sign in to the Twilio Console; it says why, and how the account is opened again.",
	}),
	defineCheck({
		id: "trial_account",
		level: "warning",
		check: ({ account }: CarrierFacts) => when(account.kind === "known" && account.isTrial),
		meaning: () =>
			"The Twilio account is a trial: it texts and calls verified numbers only, and each text begins with a notice.",
		todo: () => "Upgrade the account in the Twilio Console.",
	}),
	defineCheck({
		id: "carrier_clock",
		level: "warning",
		check: ({ account }: CarrierFacts) => {
			const ahead = account.kind === "known" ? (account.clockAheadSeconds ?? 0) : 0;
			return Math.abs(ahead) > clockToleranceSeconds ? [{ ahead }] : [];
		},
		meaning: ({ ahead }: { ahead: number }) =>
			`Twilio's clock is ${Math.abs(ahead)} s ${ahead > 0 ? "ahead of" : "behind"} ours: quiet hours and times of texts are off.`,
		todo: () => "Set this machine's clock; on Cloudflare, look at both status pages and try again later.",
	}),
	checkNumbers(
		"missing",
		"error",
		(number) => `Repair ${number} (dashboard, Extensions), or release it here if you gave it up.`,
	),
	checkNumbers(
		"drifted",
		"error",
		(number) => `Repair ${number} (dashboard, Extensions), unless you want another application to have it.`,
	),
	checkNumbers(
		"stray",
		"warning",
		(number) => `Take ${number} up (dashboard, Extensions), or release it at Twilio.`,
	),
	checkNumbers(
		"no_calls",
		"error",
		(number) => `Use another number instead of ${number}, or ask Twilio's support to switch calls on for it.`,
	),
	checkNumbers(
		"no_texts",
		"warning",
		(number) => `Text from another number than ${number}, or ask Twilio's support to switch texts on for it.`,
	),
	defineCheck({
		id: "numbers_unknown",
		level: "warning",
		check: ({ account, troubles }: CarrierFacts) =>
			when(account.kind === "known" && account.isActive && troubles === null),
		meaning: () =>
			"The numbers could not be compared with what Twilio has: where their calls and texts go is unknown.",
		todo: () => "Try again in a minute; if it stays so, look at status.twilio.com.",
	}),
	defineCheck({
		id: "no_numbers",
		level: "warning",
		check: ({ numberCount }: CarrierFacts) => when(numberCount === 0),
		meaning: () => "The company has no number: nobody can call or text it.",
		todo: () => "Buy a number, or take up one that the Twilio account has (dashboard, Extensions).",
	}),
	defineCheck({
		id: "registration_unknown",
		level: "warning",
		check: ({ account, isRegistrationKnown }: CarrierFacts) =>
			when(account.kind === "known" && account.isActive && !isRegistrationKnown),
		meaning: () =>
			"Twilio did not say how the numbers are registered: whether their texts arrive is unknown.",
		todo: () => "Try again in a minute; if it stays so, look at status.twilio.com.",
	}),
	defineCheck({
		id: "carrier_alerts",
		level: "warning",
		check: ({ alerts }: CarrierFacts) => (alerts ?? []).slice(0, alertsShownMax),
		subject: ({ code }: LoggedError) => code,
		meaning: ({ code, count, words }: LoggedError) =>
			`Twilio logged error ${code} ${count === 1 ? "once" : `${count} times`} within a day: ${words ?? "calls or texts went wrong."}`,
		todo: ({ code }: LoggedError) =>
			`Read twilio.com/docs/api/errors/${code}, and the error log in the Twilio Console.`,
	}),
	defineCheck({
		id: "cost_of_yesterday",
		level: "info",
		check: ({ cost }: CarrierFacts) => (cost === null || cost.amount === 0 ? [] : [cost]),
		meaning: ({ amount, currency }: { amount: number; currency: string }) =>
			`Twilio charged ${amount.toFixed(2)} ${currency} yesterday for calls, texts and numbers.`,
		todo: () => "Nothing, if that is what you expect; a usage trigger at Twilio warns of more.",
	}),
];

/** The most frequent codes. */
const alertsShownMax = 10;

function when(isTrue: boolean): object[] {
	return isTrue ? [{}] : [];
}

function checkNumbers(
	kind: NumberTrouble["trouble"],
	level: FindingLevel,
	todo: (number: string) => string,
): AnyCheck<CarrierFacts> {
	return defineCheck({
		id: `number_${kind}`,
		level,
		check: ({ troubles }: CarrierFacts) => (troubles ?? []).filter(({ trouble }) => trouble === kind),
		subject: ({ id }: NumberTrouble) => id,
		meaning: ({ message }: NumberTrouble) => message,
		todo: ({ number }: NumberTrouble) => todo(number),
	});
}
