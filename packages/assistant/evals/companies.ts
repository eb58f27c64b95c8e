import type { DirectoryEntry } from "@cloudpbx/domain/directory/directory-entry";
import type { ReceptionCompany } from "../src/receptionist/reception.ts";
import type { CompanyName } from "./utterance.ts";

interface EvaluatedCompany {
	company: ReceptionCompany;
	directory: DirectoryEntry[];
}

/** Three companies: a plain one, one with two Janes and a reception, one with names that sound alike and no facts. */
export const COMPANIES: Readonly<Record<CompanyName, EvaluatedCompany>> = {
	acme: {
		company: {
			name: "Acme Corp",
			greeting: "We're here to help.",
			hoursText: "Monday to Friday, 9 a.m. to 5 p.m. Pacific time. Closed on public holidays.",
			factsText: [
				"We make and repair industrial pumps.",
				"Our office is at 500 Market Street, San Francisco.",
				"Parking: free for customers, behind the building.",
				"We accept credit cards and checks.",
				"Returns are possible within 30 days with a receipt.",
			].join("\n"),
		},
		directory: [
			{ ext: "101", name: "Jane Smith", department: "Sales" },
			{ ext: "102", name: "Sam Lee", department: "Support" },
			{ ext: "103", name: "Ana Ruiz", department: "Billing" },
		],
	},
	lakeside: {
		company: {
			name: "Lakeside Dental",
			greeting: "Good teeth, good day.",
			hoursText: "Monday to Thursday 8:00 to 18:00, Friday 8:00 to 13:00, closed on weekends.",
			factsText: [
				"Address: 12 Shore Road, Duluth, second floor.",
				"A cleaning costs $95.",
				"New patients are welcome.",
				"Email: hello@lakeside.example",
			].join("\n"),
		},
		directory: [
			{ ext: "110", name: "Maria Lopez", department: "Reception" },
			{ ext: "111", name: "Jane Miller", department: "Dentistry" },
			{ ext: "112", name: "Jane O'Neil", department: "Orthodontics" },
			{ ext: "113", name: "Robert Hill", department: "Accounts" },
			{ ext: "114", name: "Wei Zhang", department: "Dentistry" },
		],
	},
	northwind: {
		company: { name: "Northwind Freight", greeting: "", hoursText: "", factsText: "" },
		directory: [
			{ ext: "121", name: "Tom Becker", department: "Dispatch" },
			{ ext: "122", name: "Thomas Baker", department: "Claims" },
			{ ext: "123", name: "Priya Natarajan", department: "Human Resources" },
			{ ext: "124", name: "Bob Stone", department: "Customer Service" },
			{ ext: "125", name: "Catherine Dubois", department: null },
		],
	},
};
