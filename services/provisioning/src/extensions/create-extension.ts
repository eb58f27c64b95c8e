import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { CreateExtension, Extension } from "@cloudpbx/contracts/extensions/extensions";
import { selectRows } from "@cloudpbx/db/json-rows";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { checkAreaCode } from "@cloudpbx/domain/numbering/check-area-code";
import { areaCodeOf } from "@cloudpbx/domain/numbering/number-kind";
import { log } from "@cloudpbx/kit/log";
import { desc, eq, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { explainForeignField } from "../domain/kind-fields.ts";
import { startProvisioning } from "../searching/start-provisioning.ts";
import { checkPhones, explainPhones } from "./check-phones.ts";
import { getExtension } from "./find-extension.ts";
import { findMembers } from "./find-members.ts";
import { canBeGroup, explainGroup } from "./limit-legs.ts";

export async function createExtension(ctx: Context, input: CreateExtension): Promise<Result<Extension>> {
	const { db, country, now, newId } = ctx;
	const objection = input.areaCode && checkAreaCode(input.areaCode, country);
	if (objection) return refuse("bad_input", `areaCode: ${objection}`);
	const { kind = "person", ext, name, department = "", email = "", ringing = "together" } = input;
	const foreign = explainForeignField(kind, { ...input, members: input.members ?? [] });
	if (foreign !== null) return refuse("bad_input", foreign);
	const phones = await checkPhones(ctx, input);
	if (!phones.ok) return phones;
	const { forwardTo = null, alsoRing = [] } = phones.value;
	const disagreement = explainPhones({ forwardTo, alsoRing });
	if (disagreement !== null) return refuse("bad_input", disagreement);
	const members = await findMembers(ctx, input.members ?? []);
	if (!members.ok) return members;

	const at = now();
	const row: typeof extensions.$inferInsert = {
		id: newId("ext"),
		kind,
		ext,
		name,
		department,
		email,
		forwardTo,
		alsoRing,
		answerWith: input.answerWith,
		purpose: input.purpose,
		members: members.value,
		ringing,
		ringSeconds: input.ringSeconds,
		greeting: input.greeting,
		hours: input.hours,
		areaCode: input.areaCode ?? (await findUsualAreaCode(ctx)),
		status: "provisioning",
		createdAt: at,
		updatedAt: at,
	};
	const canBe =
		kind === "group" ? canBeGroup("", sql`${JSON.stringify(members.value)}`, sql`${ringing}`) : sql`true`;
	const [created] = await db
		.insert(extensions)
		.select(selectRows(extensions, [row], canBe))
		.onConflictDoNothing()
		.returning({ id: extensions.id, run: extensions.provisioningRun });
	if (!created) {
		const group = { id: "", ext, name, members: members.value, ringing };
		const reason = kind === "group" ? await explainGroup(ctx, group) : null;
		return reason === null
			? refuse("conflict", `Extension ${ext} exists already.`)
			: refuse("bad_input", reason);
	}

	ctx.announce([{ kind: "extension", extensionId: created.id, status: "provisioning" }]);
	await startProvisioning(ctx, { extensionId: created.id, run: created.run });
	log.info("extension_created", { extensionId: created.id, ext });
	return accept(await getExtension(ctx, created.id));
}

/** The younger one of two; null without local numbers. */
async function findUsualAreaCode({ db }: Context): Promise<string | null> {
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
