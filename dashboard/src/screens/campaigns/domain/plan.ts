import type { Campaign, CampaignPlan, ChangeCampaign } from "@cloudpbx/contracts/campaigns/campaigns";

export interface Plan {
	name: string;
	message: string;
	/** Null: the main line. */
	fromNumber: string | null;
	/** Null: at once. */
	startAt: string | null;
	quietHours: boolean;
	/** Null: the number's own rate. */
	ratePerSecond: number | null;
	requireConsent: boolean;
}

const unnamed = "Untitled";

export const emptyPlan: Plan = {
	name: "",
	message: "",
	fromNumber: null,
	startAt: null,
	quietHours: true,
	ratePerSecond: null,
	requireConsent: false,
};

export function planOf(campaign: Campaign): Plan {
	const { name, message, fromNumber, startAt, quietHours, ratePerSecond, requireConsent } = campaign;
	return { name, message, fromNumber, startAt, quietHours, ratePerSecond, requireConsent };
}

export function toDraft(plan: Plan): Partial<CampaignPlan> & { name: string; draft: true } {
	return { ...changesOf(emptyPlan, plan), name: plan.name.trim() || unnamed, draft: true };
}

/** The differences from the stored plan. An empty name is not stored. */
export function changesOf(stored: Plan, plan: Plan): ChangeCampaign {
	const { name, message, fromNumber, startAt, quietHours, ratePerSecond, requireConsent } = plan;
	const isNamed = name.trim() !== "" && name.trim() !== stored.name.trim();
	return {
		...(isNamed && { name: name.trim() }),
		...(message !== stored.message && { message }),
		...(fromNumber !== null && fromNumber !== stored.fromNumber && { fromNumber }),
		...(startAt !== stored.startAt && { startAt }),
		...(quietHours !== stored.quietHours && { quietHours }),
		...(ratePerSecond !== null && ratePerSecond !== stored.ratePerSecond && { ratePerSecond }),
		...(requireConsent !== stored.requireConsent && { requireConsent }),
	};
}

export function isChanged(stored: Plan, plan: Plan): boolean {
	return Object.keys(changesOf(stored, plan)).length > 0;
}

export function findConflicts(stored: Plan, mine: Plan, theirs: Plan): (keyof Plan)[] {
	const changed = Object.keys(changesOf(stored, mine)) as (keyof Plan)[];
	return changed.filter((name) => theirs[name] !== stored[name] && theirs[name] !== mine[name]);
}

/** The other person's plan with the changes made only here. */
export function mergePlans(stored: Plan, mine: Plan, theirs: Plan): Plan {
	return { ...theirs, ...changesOf(stored, mine) };
}
