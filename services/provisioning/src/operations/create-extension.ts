import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { CreateExtension, Extension } from "@cloudpbx/contracts/extensions";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { checkAreaCode } from "@cloudpbx/domain/numbering/check-area-code";
import { areaCodeOf } from "@cloudpbx/domain/numbering/number-kind";
import { log } from "@cloudpbx/kit/log";
import { desc, eq } from "drizzle-orm";
import type { Provisioning } from "../open-provisioning.ts";
import { checkForwardNumber } from "./check-forward-number.ts";
import { getExtension } from "./load-extension.ts";
import type { ProvisioningRun } from "./provision-extension.ts";
import { startProvisioning } from "./start-provisioning.ts";

/** Writes the extension down, which settles who has the three keys, then starts the search for its number. */
export async function createExtension(
	provisioning: Provisioning,
	workflow: Workflow<ProvisioningRun>,
	input: CreateExtension,
): Promise<Result<Extension>> {
	const { db, country, now, newId } = provisioning;
	const objection = input.areaCode && checkAreaCode(input.areaCode, country);
	if (objection) return refuse("bad_input", `areaCode: ${objection}`);
	const forwardTo = await checkForwardNumber(provisioning, input.forwardTo);
	if (!forwardTo.ok) return forwardTo;

	const at = now();
	const [created] = await db
		.insert(extensions)
		.values({
			id: newId("ext"),
			ext: input.ext,
			name: input.name,
			department: input.department,
			email: input.email,
			forwardTo: forwardTo.value,
			answerWith: input.answerWith,
			purpose: input.purpose,
			areaCode: input.areaCode ?? (await findUsualAreaCode(provisioning)),
			status: "provisioning",
			createdAt: at,
			updatedAt: at,
		})
		.onConflictDoNothing()
		.returning({ id: extensions.id, run: extensions.provisioningRun });
	if (!created) return refuse("conflict", `Extension ${input.ext} exists already.`);

	provisioning.announce([{ kind: "extension", extensionId: created.id, status: "provisioning" }]);
	await startProvisioning(workflow, { extensionId: created.id, run: created.run });
	log.info("extension_created", { extensionId: created.id, ext: input.ext });
	return accept(await getExtension(db, created.id));
}

/** The area code that most of the company's local numbers have, the younger one of two; null when it has none. */
async function findUsualAreaCode({ db }: Provisioning): Promise<string | null> {
	const rows = await db
		.select({ number: phoneNumbers.number })
		.from(phoneNumbers)
		.where(eq(phoneNumbers.kind, "local"))
		.orderBy(desc(phoneNumbers.createdAt))
		.limit(200);
	const counts = new Map<string, number>();
	for (const { number } of rows) {
		const areaCode = areaCodeOf(number);
		if (areaCode) counts.set(areaCode, (counts.get(areaCode) ?? 0) + 1);
	}
	const [usual] = [...counts].sort(([, a], [, b]) => b - a);
	return usual?.[0] ?? null;
}
