import { beforeAll } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { testBadMinutes } from "./bad-minute.ts";

beforeAll(foundCompany);

testBadMinutes(150);
