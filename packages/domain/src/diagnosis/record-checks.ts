import { dayMilliseconds, minuteMilliseconds } from "../time-units.ts";
import { type AnyCheck, defineCheck } from "./check.ts";

export interface RecordFacts {
	now: Date;
	runningSince: Date | null;
	/** The last successful run of each Worker's cron; null: none yet. */
	crons: readonly { service: string; everyMinutes: number; lastAt: Date | null }[];
	deadLetters: readonly { queue: string; count: number; lastAt: Date }[];
	waiting: readonly { what: "voicemails" | "texts" | "campaigns"; count: number; oldestAt: Date | null }[];
	/** `isOn`: there is a sender address. `people` chose e-mail, `failed` were given up lately. */
	noticeEmail: { isOn: boolean; people: number; failed: number };
	/** Small writes; null: none succeeded. */
	writeMilliseconds: { p50: number; p95: number } | null;
	hasMixedCredentials: boolean;
}

/** A campaign's text is written within 250 ms of its slot. */
const slowWriteMilliseconds = 150;
/** One slow write in twenty is one caller in twenty who hears silence. */
const slowestWriteMilliseconds = 1000;

const deadLetterDays = 7;

const waitingMinutes = 30;

export const recordChecks: readonly AnyCheck<RecordFacts>[] = [
	defineCheck({
		id: "cron_dead",
		level: "error",
		check: ({ crons, now, runningSince }: RecordFacts) =>
			crons.filter(({ everyMinutes, lastAt }) => {
				const since = latest(lastAt, runningSince);
				// Three missed runs of a frequent cron; two hours of grace for a daily one.
				const patience = Math.min(3 * everyMinutes, everyMinutes + 120);
				return since !== null && now.getTime() - since.getTime() > patience * minuteMilliseconds;
			}),
		subject: ({ service }: RecordFacts["crons"][number]) => service,
		meaning: ({ service, lastAt }: RecordFacts["crons"][number]) =>
			`The cron of "${service}" ${lastAt ? `last ran ${lastAt.toISOString()}` : "has never run"}: what a failure left behind is not taken up again.`,
		todo: ({ service }: RecordFacts["crons"][number]) =>
			`Look at the cron events and the log of the Worker cloudpbx-${service} in the Cloudflare dashboard, and deploy again.`,
	}),
	defineCheck({
		id: "dead_letters",
		level: "warning",
		check: ({ deadLetters, now }: RecordFacts) =>
			deadLetters.filter(({ lastAt }) => now.getTime() - lastAt.getTime() < deadLetterDays * dayMilliseconds),
		subject: ({ queue }: RecordFacts["deadLetters"][number]) => queue,
		meaning: ({ queue, count, lastAt }: RecordFacts["deadLetters"][number]) =>
			`${count === 1 ? "One job" : `${count} jobs`} of the queue ${queue} failed for good, the last one ${lastAt.toISOString()}: a voicemail, an answer or a file is missing.`,
		todo: () =>
			"Search the Workers' logs for gave_up at that time; the voicemail or text says what it lacks.",
	}),
	defineCheck({
		id: "work_waits",
		level: "warning",
		check: ({ waiting, now }: RecordFacts) =>
			waiting.filter(
				({ oldestAt }) =>
					oldestAt !== null && now.getTime() - oldestAt.getTime() > waitingMinutes * minuteMilliseconds,
			),
		subject: ({ what }: RecordFacts["waiting"][number]) => what,
		meaning: ({ what, count, oldestAt }: RecordFacts["waiting"][number]) =>
			`${count} ${what} wait, the oldest since ${oldestAt?.toISOString()}: ${waitingWords[what]}.`,
		todo: () => "Look at the queues in the Cloudflare dashboard and at the Workers' logs.",
	}),
	defineCheck({
		id: "notice_email_off",
		level: "warning",
		check: ({ noticeEmail }: RecordFacts) =>
			!noticeEmail.isOn && noticeEmail.people > 0 ? [noticeEmail] : [],
		meaning: ({ people }: RecordFacts["noticeEmail"]) =>
			`${people === 1 ? "One person has" : `${people} people have`} chosen notices by e-mail, which is switched off: they hear of no missed call and no voicemail.`,
		todo: () =>
			"Set up a domain in Cloudflare's Email Service and deploy with --notice-email-from and an address of it, or have them choose texts under Settings › Notices.",
	}),
	defineCheck({
		id: "notice_email_failed",
		level: "warning",
		check: ({ noticeEmail }: RecordFacts) =>
			noticeEmail.isOn && noticeEmail.failed > 0 ? [noticeEmail] : [],
		meaning: ({ failed }: RecordFacts["noticeEmail"]) =>
			`${failed === 1 ? "One notice" : `${failed} notices`} of the last week could not be sent by e-mail, after five tries.`,
		todo: () =>
			"Look whether the domain of NOTICE_EMAIL_FROM is set up in Cloudflare's Email Service, and search the log of cloudpbx-messaging for notice_not_emailed.",
	}),
	defineCheck({
		id: "database_refuses",
		level: "error",
		check: ({ writeMilliseconds }: RecordFacts) => (writeMilliseconds === null ? [{}] : []),
		meaning: () => "The database takes no writes: calls are served, and nothing of them is kept.",
		todo: () =>
			"Look at the database in the Cloudflare dashboard: its size, its limits, and whether a migration is missing.",
	}),
	defineCheck({
		id: "database_slow",
		level: "warning",
		check: ({ writeMilliseconds }: RecordFacts) =>
			writeMilliseconds !== null && isSlow(writeMilliseconds) ? [writeMilliseconds] : [],
		meaning: ({ p50, p95 }: { p50: number; p95: number }) =>
			`Writes to the database take ${Math.round(p50)} ms (p50) to ${Math.round(p95)} ms (p95): callers wait longer and campaigns slow down.`,
		todo: () =>
			"Try again in a while. If it stays so, the database is far away: export the company, make a database in another place, and restore it there.",
	}),
	defineCheck({
		id: "credentials_differ",
		level: "error",
		check: ({ hasMixedCredentials }: RecordFacts) => (hasMixedCredentials ? [{}] : []),
		meaning: () =>
			"The Workers have different credentials for Twilio: some webhooks are refused, or texts fail.",
		todo: () => "Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN of every Worker anew and deploy again.",
	}),
];

function isSlow({ p50, p95 }: { p50: number; p95: number }): boolean {
	return p50 > slowWriteMilliseconds || p95 > slowestWriteMilliseconds;
}

const waitingWords = {
	voicemails: "their sound is not stored here yet",
	texts: "they have not gone out",
	campaigns: "they have not begun or stand still",
};

function latest(a: Date | null, b: Date | null): Date | null {
	if (a === null || b === null) return a ?? b;
	return a > b ? a : b;
}
