import { listResources } from "./configs/list-resources.ts";
import { readServices } from "./configs/read-services.ts";
import type { Deployment } from "./deployment.ts";
import type { Step } from "./plan/step.ts";
import { adoptMainNumber } from "./steps/adopt-main-number.ts";
import { buildDashboard } from "./steps/build-dashboard.ts";
import { checkPlan, checkSignIn } from "./steps/check-account.ts";
import { checkAddresses } from "./steps/check-addresses.ts";
import { checkTwilio } from "./steps/check-twilio.ts";
import { deployWorker } from "./steps/deploy-worker.ts";
import { explainRegistration } from "./steps/explain-registration.ts";
import { findDatabase } from "./steps/find-database.ts";
import { followAddress } from "./steps/follow-address.ts";
import { freeTexts } from "./steps/free-texts.ts";
import { makeOwner } from "./steps/make-owner.ts";
import { makeBuckets, makeDatabase, makeNamespaces, makeQueues } from "./steps/make-resources.ts";
import { keepBookmark, migrate } from "./steps/migrate.ts";
import { placeFallback } from "./steps/place-fallback.ts";
import {
	releaseNumbers,
	removeBuckets,
	removeDatabase,
	removeFallback,
	removeNamespaces,
	removeQueues,
	removeWorkers,
} from "./steps/take-down.ts";
import { testFromOutside } from "./steps/test-from-outside.ts";

export function planSetup(deployment: Deployment): Step[] {
	const resources = listResources(readServices(), deployment.answers.prefix);
	return [
		checkSignIn(deployment),
		checkPlan(deployment),
		checkAddresses(deployment),
		checkTwilio(deployment),
		makeDatabase(deployment, resources),
		makeBuckets(deployment, resources),
		makeNamespaces(deployment, resources),
		makeQueues(deployment, resources),
	];
}

/** From any state to a phone system that answers. */
export function planDeploy(deployment: Deployment): Step[] {
	const services = readServices();
	const { database } = listResources(services, deployment.answers.prefix);
	return [
		...planSetup(deployment),
		keepBookmark(deployment, database),
		migrate(deployment, database),
		placeFallback(deployment),
		buildDashboard(deployment),
		...services.map((service) => deployWorker(deployment, service)),
		testFromOutside(deployment),
		makeOwner(deployment),
		adoptMainNumber(deployment),
		followAddress(deployment),
		freeTexts(deployment),
		explainRegistration(deployment),
	];
}

export function planMigration(deployment: Deployment): Step[] {
	const resources = listResources(readServices(), deployment.answers.prefix);
	return [
		checkSignIn(deployment),
		findDatabase(deployment, resources, { mayLack: false }),
		keepBookmark(deployment, resources.database),
		migrate(deployment, resources.database),
	];
}

export function planDestroy(deployment: Deployment, options: { releasesNumbers: boolean }): Step[] {
	const services = readServices();
	const resources = listResources(services, deployment.answers.prefix);
	return [
		checkSignIn(deployment),
		findDatabase(deployment, resources, { mayLack: true }),
		...(options.releasesNumbers ? [releaseNumbers(deployment)] : []),
		removeWorkers(deployment, services),
		removeFallback(deployment),
		removeQueues(deployment, resources),
		removeNamespaces(deployment, resources),
		removeBuckets(deployment, resources),
		removeDatabase(deployment, resources),
	];
}
