import { runBatch } from "@cloudpbx/db/run-batch";
import { log } from "@cloudpbx/kit/log";
import type { Campaigns } from "../open-campaigns.ts";
import { claimTurns } from "./claim-turns.ts";
import { closeCampaigns } from "./close-campaigns.ts";
import { followTexts } from "./follow-texts.ts";
import { gatherNews } from "./gather-news.ts";
import { leadMilliseconds, passOn } from "./pass-on.ts";
import { logFailure, sendTurns } from "./send-turns.ts";
import { changePace, closeNumber, releaseLease, type SenderLease, takeLease } from "./sender-lease.ts";
import { startDue } from "./start-due.ts";

/** Parts on their way at once; more would mean that the gate does not keep up. */
const partsUnderWayMax = 2;
/** After so many parts the carrier's news are taken over: it may say that nothing of this sender arrives. */
const partsBetweenNews = 3;
/** So many parts without a complaint of the carrier, and the sender may be twice as fast again. */
const calmPartsMin = 3;

/** How many parts went out. `rest` is what is still under way: it needs nobody to wait for it, but somebody to keep it alive. */
export interface SliceReport {
	parts: number;
	texts: number;
	rest: Promise<unknown>;
}

/**
 * Sends what campaigns have for one number, part by part, at the number's rate, for as long as one queue message may. The next
 * message goes on from the slot where this one stops. Only one run at a time has the number's lease; the others step aside.
 */
export async function sendSlice(campaigns: Campaigns, sender: string): Promise<SliceReport> {
	await startDue(campaigns);
	const lease = await takeLease(campaigns, sender);
	if (lease === null) return { parts: 0, texts: 0, rest: Promise.resolve() };
	const underWay = new Set<Promise<void>>();
	const { gathering, tell } = gatherNews(campaigns);
	try {
		return await sendParts(gathering, lease, underWay, tell);
	} catch (error) {
		// Whoever tries again in some seconds shall not find the number taken.
		await Promise.all(underWay);
		tell();
		await runBatch(campaigns.db, [releaseLease(campaigns, lease)]).catch((also: unknown) =>
			logFailure(sender, also),
		);
		throw error;
	}
}

async function sendParts(
	campaigns: Campaigns,
	lease: SenderLease,
	underWay: Set<Promise<void>>,
	tell: () => void,
): Promise<SliceReport> {
	const { now, sleep } = campaigns;
	const sender = lease.number;
	const endsAt = now().getTime() + campaigns.sliceSeconds * 1000;
	const report = { parts: 0, texts: 0 };
	const hasTime = () =>
		report.parts < campaigns.sliceParts &&
		Math.max(now().getTime(), lease.nextSlotAt - leadMilliseconds) < endsAt;
	let calmParts = 0;
	let hasComplaint = false;
	const send = async (turns: Parameters<typeof sendTurns>[2]) => {
		const { isTooFast, unusedSlots, closedUntil } = await sendTurns(campaigns, sender, turns);
		tell();
		for (const at of unusedSlots) lease.book?.giveBack(at);
		if (closedUntil !== null) closeNumber(lease, closedUntil);
		calmParts = isTooFast ? 0 : calmParts + 1;
		hasComplaint ||= isTooFast;
		const isCalm = lease.slowness > 1 && calmParts % calmPartsMin === 0;
		if (isTooFast || isCalm) await changePace(campaigns, lease, isTooFast);
	};

	while (hasTime()) {
		const { turns, isDry } = await claimTurns(campaigns, lease, endsAt);
		if (isDry) break;
		report.parts += 1;
		// Everybody who was found sleeps now, or his campaign was stopped.
		if (turns.length === 0) continue;
		report.texts += turns.length;
		const part: Promise<void> = send(turns)
			.catch((error: unknown) => logFailure(sender, error))
			.finally(() => underWay.delete(part));
		underWay.add(part);
		if (report.parts % partsBetweenNews === 0) await followTexts(campaigns);
		if (lease.nextSlotAt - leadMilliseconds >= endsAt) break;
		await sleep(Math.max(0, lease.nextSlotAt - leadMilliseconds - now().getTime()));
		while (underWay.size > partsUnderWayMax) await Promise.race(underWay);
	}
	const finish = async () => {
		await Promise.all(underWay);
		// Of a run with fewer parts than that, one without a complaint.
		const isCalm = calmParts > 0 && calmParts < calmPartsMin && !hasComplaint;
		if (isCalm && lease.slowness > 1) await changePace(campaigns, lease, false);
		await closeCampaigns(campaigns);
		tell();
	};
	const isInTime = hasTime();
	const rest = finish();
	// Without anything left to claim, the last answers decide whether there is more to do.
	if (isInTime) await rest;
	await passOn(campaigns, lease);
	log.info("campaign_slice", { sender, ...report });
	return { ...report, rest };
}
