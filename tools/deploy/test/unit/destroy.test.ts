import { expect, it } from "vitest";
import { Stage } from "./fakes/run.ts";
import { newNumber } from "./fakes/world.ts";

it("deletes nothing before the prefix is written out", async () => {
	const stage = new Stage();
	await stage.run("deploy");
	const writes = stage.world.writes.length;
	expect(await stage.fail("destroy")).toMatch(/prefix was not written out.*--confirm cloudpbx/);
	expect(await stage.fail("destroy", "--confirm", "acme")).toMatch(/"acme" is not the prefix/);
	expect(stage.world.writes).toHaveLength(writes);
});

it("keeps the numbers unless it is told to give them back, and then gives back only those on the books", async () => {
	const stage = new Stage({ numbers: [newNumber("+18005550100"), newNumber("+12125550100")] });
	await stage.run("deploy");
	await stage.run("destroy", "--confirm", "cloudpbx");
	expect(stage.world.numbers).toHaveLength(2);
	expect(stage.world.workers).toEqual({});

	await stage.run("deploy");
	await stage.run("destroy", "--confirm", "cloudpbx", "--release-numbers");
	expect(stage.world.numbers.map(({ phone_number }) => phone_number)).toEqual(["+12125550100"]);
});

it("lets recordings expire before it deletes their bucket", async () => {
	const stage = new Stage();
	await stage.run("deploy");
	stage.world.fullBuckets = ["cloudpbx-voicemail"];
	expect(await stage.fail("destroy", "--confirm", "cloudpbx")).toMatch(/still holds recordings.*tomorrow/);
	expect(stage.world.commands.at(-1)).toContain("r2 bucket lifecycle add cloudpbx-voicemail");
	stage.world.fullBuckets = [];
	await stage.run("destroy", "--confirm", "cloudpbx");
	expect(stage.world.buckets).toEqual([]);
	expect(stage.world.databases).toEqual([]);
});

it("leaves another installation of the same account alone", async () => {
	const stage = new Stage();
	await stage.run("deploy", "--twilio-toll-free-number", "", "--prefix", "other-pbx");
	const before = structuredClone(stage.world.queues);
	await stage.run("deploy");
	await stage.run("destroy", "--confirm", "cloudpbx");
	expect(stage.world.queues).toEqual(before);
	expect(Object.keys(stage.world.workers)).toHaveLength(5);
});
