import type { Setup } from "@cloudpbx/contracts/api/links";
import type { Db } from "@cloudpbx/db/open-db";
import { type AccessSettings, isAccessConfigured } from "../../access/verify-access-token.ts";
import { type InstalledSettings, readStoredSettings, selectSettings } from "../office/load-settings.ts";
import { selectOwners } from "./claim-setup.ts";

/** What somebody who is not signed in may know. One round trip. */
export async function loadSetup(db: Db, installed: InstalledSettings & AccessSettings): Promise<Setup> {
	const [owners, rows] = await db.batch([selectOwners(db).limit(1), selectSettings(db, ["companyName"])]);
	return {
		isClaimed: owners.length > 0,
		companyName: readStoredSettings(rows, installed).companyName,
		accessOnly: isAccessConfigured(installed),
	};
}
