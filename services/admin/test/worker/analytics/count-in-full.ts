import { callOutcomes } from "@cloudpbx/contracts/calls/calls";
import { type CallRow, datesUpTo, type MessageRow, placeOf, weekdays } from "../facts.ts";

const countOf = <Row>(rows: readonly Row[], isCounted: (row: Row) => unknown) =>
	rows.filter(isCounted).length;

function countCalls(rows: readonly CallRow[]) {
	return {
		total: rows.length,
		...Object.fromEntries(
			callOutcomes.map((word) => [word, countOf(rows, ({ outcome }) => outcome === word)]),
		),
		talkSeconds: rows.reduce((sum, { talkSeconds }) => sum + (talkSeconds ?? 0), 0),
	};
}

function countOut(rows: readonly CallRow[], place: ReturnType<typeof placeOf>, dates: readonly string[]) {
	const out = rows.filter(
		({ direction, startedAt }) => direction === "outbound" && dates.includes(place(startedAt).date),
	);
	return {
		total: out.length,
		answered: countOf(out, ({ outcome }) => outcome === "answered"),
		talkSeconds: out.reduce((sum, { talkSeconds }) => sum + (talkSeconds ?? 0), 0),
	};
}

export function reportCalls(allRows: readonly CallRow[], timeZone: string, count: number, now: Date) {
	const rows = allRows.filter(({ direction }) => direction === "inbound");
	const place = placeOf(timeZone);
	const dates = datesUpTo(place(now).date, 2 * count);
	const placed = rows.map((row) => ({ row, ...place(row.startedAt) }));
	const ofDates = (from: number, to: number) => {
		const wanted = new Set(dates.slice(from, to));
		return placed.filter(({ date }) => wanted.has(date)).map(({ row }) => row);
	};
	const period = ofDates(count, 2 * count);
	const hoursOf = (isCounted: (row: CallRow) => boolean) => {
		const counted = placed.filter(({ row }) => period.includes(row) && isCounted(row));
		return weekdays.map((_, weekday) =>
			Array.from({ length: 24 }, (_, hour) =>
				countOf(counted, (one) => one.weekday === weekday && one.hour === hour),
			),
		);
	};
	const keys = [...new Set(period.flatMap(({ extension }) => extension ?? []))].sort();
	return {
		days: dates.slice(count).map((date, index) => ({
			date,
			...countCalls(ofDates(count + index, count + index + 1)),
		})),
		hours: hoursOf(() => true),
		missedHours: hoursOf(({ outcome }) => outcome === "abandoned" || outcome === "failed"),
		extensions: keys.map((extension) => {
			const counts = countCalls(period.filter((row) => row.extension === extension));
			const { total, answered, voicemail, abandoned, talkSeconds } = counts as Record<string, unknown>;
			return { extension, name: null, total, answered, voicemail, abandoned, talkSeconds };
		}),
		receptionist: {
			calls: countOf(period, ({ receptionistResult }) => receptionistResult),
			...Object.fromEntries(
				["transferred", "voicemail", "informed", "menu"].map((word) => [
					word,
					countOf(period, ({ receptionistResult }) => receptionistResult === word),
				]),
			),
		},
		callsOut: countOut(allRows, place, dates.slice(count)),
		totals: countCalls(period),
		previous: countCalls(ofDates(0, count)),
	};
}

export interface ConsentFact {
	at: Date;
	kind: "opt_out" | "opt_in";
}

function countTexts(rows: readonly MessageRow[], ledger: readonly ConsentFact[]) {
	const sent = rows.filter(({ direction, carrierId }) => direction === "outbound" && carrierId);
	const by = (word: string) => countOf(sent, ({ author }) => author === word);
	const are = (...words: string[]) => countOf(rows, ({ status }) => words.includes(status));
	return {
		received: countOf(rows, ({ direction }) => direction === "inbound"),
		sent: sent.length,
		delivered: are("delivered", "read"),
		undelivered: are("undelivered"),
		failed: are("failed"),
		refused: are("refused"),
		byAssistant: by("assistant"),
		byPeople: by("person"),
		byCampaigns: by("campaign"),
		bySystem: by("system"),
		optOuts: countOf(ledger, ({ kind }) => kind === "opt_out"),
		optIns: countOf(ledger, ({ kind }) => kind === "opt_in"),
	};
}

export function reportTexts(
	{ rows, ledger }: { rows: readonly MessageRow[]; ledger: readonly ConsentFact[] },
	timeZone: string,
	count: number,
	now: Date,
) {
	const place = placeOf(timeZone);
	const dates = datesUpTo(place(now).date, 2 * count);
	const textDates = rows.map(({ createdAt }) => place(createdAt).date);
	const ledgerDates = ledger.map(({ at }) => place(at).date);
	const ofDates = (wanted: readonly string[]) =>
		countTexts(
			rows.filter((_, index) => wanted.includes(textDates[index] ?? "")),
			ledger.filter((_, index) => wanted.includes(ledgerDates[index] ?? "")),
		);
	return {
		days: dates.slice(count).map((date) => ({ date, ...ofDates([date]) })),
		totals: ofDates(dates.slice(count)),
		previous: ofDates(dates.slice(0, count)),
	};
}
