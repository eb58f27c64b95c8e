import type { Setup } from "@cloudpbx/contracts/api/links";
import { isAccessConfigured } from "../../access/verify-access-token.ts";
import type { Context } from "../../context.ts";
import { readStoredSettings, selectSettings } from "../office/load-settings.ts";
import { selectOwners } from "./claim-setup.ts";

export async function loadSetup(ctx: Context): Promise<Setup> {
	const { db } = ctx;
	const [owners, rows] = await db.batch([selectOwners(db).limit(1), selectSettings(db, ["companyName"])]);
	return {
		isClaimed: owners.length > 0,
		companyName: readStoredSettings(rows, ctx.env).companyName,
		accessOnly: isAccessConfigured(ctx.env),
	};
}
