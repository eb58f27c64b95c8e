import { readSettings } from "@cloudpbx/contracts/settings";
import { settings } from "@cloudpbx/db/schema/admin";
import { log } from "@cloudpbx/kit/log";
import { eq } from "drizzle-orm";
import type { Campaigns } from "../open-campaigns.ts";
import { claimTurns } from "./claim-turns.ts";
import { closeCampaigns } from "./close-campaigns.ts";
import { followTexts } from "./follow-texts.ts";
import { passOn } from "./pass-on.ts";
import { logFailure, sendTurns } from "./send-turns.ts";
import { takeLease } from "./sender-lease.ts";
import { startDue } from "./start-due.ts";

/** So long before the last slot of one part the next part is claimed. */
const leadMilliseconds = 1000;
/** Parts on their way at once; more would mean that the gate does not keep up. */
const partsUnderWayMax = 2;
/** After so many parts the carrier's news are taken over: it may say that nothing of this sender arrives. */
const partsBetweenNews = 3;
const slownessMax = 8;
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
	const { now, sleep } = campaigns;
	await startDue(campaigns);
	const lease = await takeLease(campaigns, sender);
	if (lease === null) return { parts: 0, texts: 0, rest: Promise.resolve() };
	const senderPerSecond = await findSenderRate(campaigns, sender);
	const endsAt = now().getTime() + campaigns.sliceSeconds * 1000;
	const underWay = new Set<Promise<void>>();
	const report = { parts: 0, texts: 0 };
	let calmParts = 0;
	const send = async (turns: Parameters<typeof sendTurns>[2]) => {
		const { isTooFast, unusedSlots } = await sendTurns(campaigns, sender, turns);
		for (const at of unusedSlots) lease.book?.giveBack(at);
		calmParts = isTooFast ? 0 : calmParts + 1;
		if (isTooFast) lease.slowness = Math.min(slownessMax, lease.slowness * 2);
		else if (calmParts % calmPartsMin === 0) lease.slowness = Math.max(1, lease.slowness / 2);
	};

	while (report.parts < campaigns.sliceParts && now().getTime() < endsAt) {
		const { turns, isDry } = await claimTurns(campaigns, lease, senderPerSecond, endsAt);
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
		await sleep(Math.max(0, lease.nextSlotAt - leadMilliseconds - now().getTime()));
		while (underWay.size > partsUnderWayMax) await Promise.race(underWay);
	}
	const rest = Promise.all(underWay).then(() => closeCampaigns(campaigns));
	// Without anything left to claim, the last answers decide whether there is more to do.
	if (report.parts < campaigns.sliceParts && now().getTime() < endsAt) await rest;
	await passOn(campaigns, lease);
	log.info("campaign_slice", { sender, ...report });
	return { ...report, rest };
}

async function findSenderRate({ db }: Campaigns, sender: string): Promise<number | null> {
	const rows = await db.select().from(settings).where(eq(settings.key, "senderRates"));
	return readSettings(rows).senderRates[sender] ?? null;
}
