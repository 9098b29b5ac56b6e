package org.w3id.materia.extract.dosing.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.extract.dosing.amount.Ceiling;

/** Whole sentences: which words belong to which amount. */
class SentenceReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The usual dose is 40 mg once daily.;40 mg 1x/1d",
                "Take 300 mg daily.;300 mg/d",
                "Take one tablet daily.;1 {tablet} 1x/1d",
                "Treatment starts at 5 mg twice daily.;initial 5 mg 2x/1d",
                "90 mg/day in three divided doses;90 mg/d 3x/1d",
                "The daily dose is 20-40 mg.;20..40 mg/d",
                "12 mg/kg/day, divided into two or three doses;12 mg/kg/d 2-3x/1d",
                "50 mg/kg/day divided every 6 hours;50 mg/kg/d 1x/6h",
                "650 mg every 4 to 6 hours as needed;650 mg 1x/4..6h as needed",
                "650 mg every 6 hours, not to exceed 3 g per day;650 mg 1x/6h max ..3 g/1 d",
                "20 mg once daily with a maximum daily dose of 40 mg;20 mg 1x/1d max ..40 mg/1 d",
                "8 mg/kg (maximum 600 mg per dose) every 12 hours;8 mg/kg 1x/12h max ..600 mg",
                "The maximum daily dose is 60 mg.;maximum max ..60 mg/1 d",
                "The maximum single dose is 10 mg.;maximum max ..10 mg",
                "Do not exceed 8 tablets in 24 hours.;maximum max ..8 {tablet}/1 d",
                "The total daily dose should not exceed 25 mg.;maximum max ..25 mg/1 d",
                "The dose may be raised to a maximum of 80 mg daily.;maximum max ..80 mg/1 d",
                "500 mg three times daily for 7 to 10 days;500 mg 3x/1d for 7..10 d",
                "A loading dose of 400 mg/m² over 2 hours, followed by weekly maintenance doses of 250 mg/m² over 1"
                        + " hour;loading 400 mg/m2 over 2 h #1 ! maintenance 250 mg/m2 1x/1wk over 1 h #2",
                "100 mg on days 1, 8 and 15 of each 28-day cycle;100 mg days 1,8,15/28",
                "1000 mg/m² on days 1 and 8, repeated every 21 days;1000 mg/m2 days 1,8/21",
                "900 mg/m²/day for 5 days every 3 weeks;900 mg/m2/d days 1,2,3,4,5/21",
                "75 mg at bedtime;75 mg 1x/1d HS",
                "5 mg once daily, but this differs between hospitals;5 mg 1x/1d (but this differs between hospitals)",
                "In newborns diagnosed with sepsis, 10 mg once daily is given;10 mg 1x/1d {neonate} (diagnosed with"
                        + " sepsis)",
                "5 mg once daily (a question of habit);5 mg 1x/1d (a question of habit)",
                "5 mg once daily, but not on Sundays in summer;text",
                "In the absence of renal failure, 5 mg once daily;5 mg 1x/1d (In the absence of renal failure)",
                "Unless in renal failure, 5 mg once daily;text",
                "Patients already taking 5 mg once daily may go on.;text",
                "Doses of up to 5 mg once daily have been tolerated.;text",
                "A cautious dose of 5 mg once daily is taken.;5 mg 1x/1d (cautious)",
                "The lethal dose of 5 mg once daily is taken.;text",
                "10% of one vial;text",
                "5 mg once daily if ferritin stays above 30 ng/mL after three weeks;5 mg 1x/1d (if ferritin stays above 30"
                        + " ng/mL after three weeks)",
                "5 mg once daily (for sittings ≤ 4 hours);5 mg 1x/1d ((for sittings ≤ 4 hours))",
                "5 mg once daily (marked decline within 6 months);5 mg 1x/1d ((marked decline within 6 months))",
                "5 mg once daily (marked decline by 3 mg);text",
                "5 mg once daily (for sittings of warfarin ≤ 4 hours);text",
                "With serum urea 30-40 mg/dL, 5 mg once daily;5 mg 1x/1d (With serum urea 30-40 mg/dL)",
                "500 mg on non-dialysis days;500 mg (on non-dialysis days)",
                "500 mg an hour before surgery;500 mg (an hour before surgery)",
                "Subsequent doses (5 mg) may be given at 30-minute intervals.;5 mg 1x/30min (Subsequent doses)",
                "One tablet (80 mg furosemide and 25 mg triamterene) once daily;1 {tablet} 1x/1d ((80 mg furosemide and 25 mg"
                        + " triamterene))",
                "One tablet of furosemide 80 mg/triamterene 25 mg daily;1 {tablet} 1x/1d (of furosemide 80 mg/triamterene 25 mg)",
                "One tablet of furosemide 80 mg daily;text",
                "A one-centimeter ribbon is applied twice daily.;1 cm 2x/1d",
                "The dose is increased weekly until a maintenance dose of 5 mg once daily is reached.;maintenance 5 mg"
                        + " 1x/1d",
                "It goes on until a dose of 5 mg once daily.;text",
                "The maximum daily dose is 20 mg, and 12 mg for coated tablets.;maximum max ..20 mg/1 d | maximum max"
                        + " ..12 mg/1 d (for coated)",
                "5 mg a day before meals;5 mg/d AC",
                "With compensated cirrhosis, 5 mg once daily;5 mg 1x/1d (With compensated cirrhosis)",
                "5 mg twice daily the second week;5 mg 2x/1d (the second week)",
                "Up to three doses may be taken within a day and a half.;text",
                "A total of 600 mg is dispensed.;text",
                "It is taken again after 20 minutes, for a total of 4 sprays.;text",
                "5 mg once daily, taken with foobarol 1 g twice daily;5 mg 1x/1d (taken with foobarol 1 g twice daily)",
                "5 mg once daily, given together with prednisone 7 mg and 30 mg of bortezomib twice daily;5 mg 1x/1d (together"
                        + " with prednisone 7 mg and 30 mg of bortezomib twice daily)",
                "With prednisone 7 mg twice daily, 5 mg;text",
                "The maximum total dose is 10 mg.;text",
                "The missed dose of 5 mg once daily is taken.;text",
                "Adults occasionally skip 5 mg once daily.;text",
                "Adults occasionally swallowed 5 mg once daily.;text",
                "Women with asthma have taken 5 mg once daily.;text",
                "Children responded to 5 mg once daily.;text",
                "Physicians often prescribed 5 mg once daily.;text",
                "Adults must have taken 5 mg once daily.;text",
                "Women receiving 5 mg once daily responded.;text",
                "5 mg once daily caused nausea.;text",
                "Adults on 5 mg once daily reported nausea.;text",
                "For adults who have compensated cirrhosis, 5 mg once daily;5 mg 1x/1d {adult} (who have compensated cirrhosis)",
                "5 mg once daily in well controlled hypertension;5 mg 1x/1d (in well controlled hypertension)",
                "Adults may be started on 5 mg once daily.;initial 5 mg 1x/1d {adult}",
                "Some people abuse 5 mg once daily.;text",
                "For gerbils, give 5 mg once daily.;text",
                "Tortoises and lizards need 5 mg once daily.;text",
                "The rarely used dose is 5 mg once daily.;text",
                "5 mg once daily as the swelling recedes;5 mg 1x/1d (as the swelling recedes)",
                "5 mg once daily while wheezing lasts, up to 3 weeks more often;text",
                "5 mg once daily if the haemoglobin falls below 9 g/dL;5 mg 1x/1d (if the haemoglobin falls below 9 g/dL)",
                "5 mg once daily if 9 of ten tests fail;text",
                "5 mg once daily, and a second dose is given 3 weeks later.;5 mg 1x/1d (and a second dose is given 3 weeks later)",
                "5 mg once daily, and a second dose of warfarin is given 3 weeks later.;text",
                "5 mg once daily, and a second dose is not given within 3 weeks.;text",
                "Give 5 mg once daily and continue for 3 days after the rash is gone.;5 mg 1x/1d (and continue for 3 days after the"
                        + " rash is gone)",
                "One tablet at once, repeat every 10 minutes up to a total of 3 tablets.;1 {tablet} (repeat every 10 minutes up to"
                        + " a total of 3 tablets)",
                "Start with 5 mg once daily, raised by 5 mg every week to 20 mg once daily.;initial 5 mg 1x/1d ! 20 mg 1x/1d",
                "2 mg/kg once daily, and 1 mg/kg twice daily thereafter.;2 mg/kg 1x/1d ! 1 mg/kg 2x/1d",
                "The dosage ranges from 5 mg to as much as 40 mg once daily.;5..40 mg 1x/1d",
                "5 mg once daily against the advice of the maker;text",
                "5 mg once daily, up to 10 mg daily has been given.;text",
                "11/2 tablets daily;text",
                "75 mg/m² instead of 100 mg/m²;75 mg/m2 (instead of 100 mg/m²)",
                "75 mg is given instead of 100 mg once daily.;text",
                "75 mg every 3 weeks, followed by cisplatin;75 mg 1x/3wk (followed by cisplatin)",
                "5 mg once daily, but efficacy in this age group hasn't been fully established;5 mg 1x/1d (but efficacy"
                        + " in this age group hasn't been fully established)",
                "5 mg once daily, but safety is not established and it should not be used;text",
                "6 mg/kg/day in 17 divided doses every 8 hours;text",
                "6 mg/kg/day (maximum 200 mg/day in 2 divided doses);6 mg/kg/d 2x/1d max ..200 mg/1 d",
                "5 mg twice daily, repeat no earlier than 3 days;5 mg 2x/1d (repeat no earlier than 3 days)",
                "5 mg twice daily, do not use for longer than 2 weeks;5 mg 2x/1d (do not use for longer than 2 weeks)",
                "5 mg twice daily, never for longer than 3 days in children;text",
                "5 mg every 3 weeks for 6 cycles;5 mg 1x/3wk (for 6 cycles)",
                "5 mg every 3 weeks for 6 cycles of 2 mg;text",
                "5 mg, repeated after an interval of at least 4 hours;5 mg (repeated after an interval of at least 4"
                        + " hours)",
                "one tablet (2800 BAU) once daily;1 {tablet} 1x/1d ((2800 BAU))",
                "5 mg daily (of the 2 mg/mL syrup);5 mg/d (of the 2 mg/mL syrup)",
                "A single dose must not exceed 40 mg.;maximum max ..40 mg",
                "Each of the first two doses is at most 5 mg.;maximum max ..5 mg (Each of the first two doses)",
                "You would need 80 mg daily to match it.;text",
                "At most 12 mg once daily.;maximum 1x/1d max ..12 mg/1 d",
                "At most 12 mg weekly.;maximum max ..12 mg/1 wk",
                "A maximum of 12 mg daily, in two or three divided doses;maximum 2-3x/1d max ..12 mg/1 d",
                "The dose may be increased up to 12 mg daily.;maximum max ..12 mg/1 d",
                "The dose may be increased up to 12 mg.;..12 mg",
                "A single daily dose of 12 mg;12 mg 1x/1d",
                "12 mg as one daily dose;12 mg 1x/1d",
                "12 mg daily as a single dose or in two divided doses;12 mg/d 1-2x/1d",
                "12 mg once daily or in three divided doses;12 mg/d 1-3x/1d",
                "12 mg daily in single or divided doses;12 mg/d",
                "12 mg in the morning and at bedtime;12 mg 2x/1d MORN HS",
                "12 mg in the morning or in the evening;12 mg (in the morning or in the evening)",
                "12 mg once daily for a maximum of 4 weeks;12 mg 1x/1d for ..4 wk",
                "The recommended daily allowance is 12 µg.;12 ug/d",
                "The starting adult dose is 12 mg once daily.;initial 12 mg 1x/1d {adult}",
                "Starting low (12 mg once daily) is advised.;initial 12 mg 1x/1d",
                "12 mg once daily at first;initial 12 mg 1x/1d",
                "12 mg once daily at the start of treatment;initial 12 mg 1x/1d",
                "A single adult dose of 12 mg;single 12 mg {adult}",
                "For adults with hypertension, 12 mg once daily;12 mg 1x/1d {adult} (with hypertension)",
                "You would take 80 mg daily.;text",
                "The usual dose would be 40 mg once daily.;40 mg 1x/1d",
                "Therapy is commenced at 10 mg once daily.;initial 10 mg 1x/1d",
                "Treatment starts 5 days before the trip with 40 mg daily.;40 mg/d (5 days before the trip)",
                "Treatment begins at the lower end of the range (5 mg once daily).;initial 5 mg 1x/1d",
                "The initial dose is 10 mg on day 1, followed by 20 mg on day 8.;initial 10 mg days 1 #1 ! initial 20 mg"
                        + " days 8 #2",
                "In moderate hepatic (liver) or renal (kidney) impairment 5 mg daily.;5 mg/d {hepatic, renal}",
                "In liver and kidney disease 5 mg daily.;5 mg/d {hepatic, renal}",
                "5 mg once daily, but always ask your pharmacist before you use it;5 mg 1x/1d",
                "5 mg once daily, and ask a doctor before giving 80 mg to children;text",
                "5 mg once daily is under investigation.;text",
                "5 mg once daily in theory;text",
                "one capsule containing 5 mg of Xamplin twice daily;1 {capsule} 2x/1d (containing 5 mg of Xamplin)",
                "one capsule containing not 5 mg of Xamplin twice daily;text",
                "5 mg once daily for the other drug;text",
                "1 1/2 tablets daily;1.5 {tablet} 1x/1d",
                "5 mg once daily, or half that amount in frail persons;text",
                "5 mg once daily (per square inch);text",
                "10 mg twice daily before meals;10 mg 2x/1d AC",
                "one spray in each nostril every morning;1 {spray} 1x/1d MORN",
                "10 mg, 20 mg, or 40 mg once daily;10 mg 1x/1d ! 20 mg 1x/1d ! 40 mg 1x/1d",
                "either 80 mg once daily or 40 mg twice daily;80 mg 1x/1d ! 40 mg 2x/1d",
                "100 mg once daily or twice daily;100 mg 1-2x/1d",
                "100 mg once daily or every other day;100 mg 1x/1d ! 100 mg 1x/2d",
                "60 mg twice daily (every 12 hours);60 mg 2x/1d",
                "2 g as a single dose or 500 mg daily for 3 days;single 2 g ! 500 mg/d for 3 d",
                "Adults take 20 mg and children take 10 mg once daily.;20 mg {adult} ! 10 mg 1x/1d {child}",
                "5 mg intramuscularly or intravenously every 8 hours;5 mg 1x/8h by intramuscular+intravenous",
                "2 mg subcutaneously or 4 mg intravenously;2 mg by subcutaneous ! 4 mg by intravenous",
                "5 mL twice weekly for two weeks, then once weekly;initial 5 mL 2x/1wk for 2 wk #1 ! maintenance 5 mL 1x/1wk"
                        + " #2",
                "2 mg (0.05 mL) every 4 weeks;2 mg 1x/4wk",
                "150 mg twice daily (300 mg/day);150 mg 2x/1d",
                "10 g (one sachet) every 6 hours;10 g 1x/6h",
                "1 spray (0.5 mg) twice daily;1 {spray} 2x/1d",
                "Apply a thin layer of the 0.1% cream twice daily.;1 {application} 2x/1d",
                "Apply to the affected area three times daily.;1 {application} 3x/1d",
                "A 2% gel is applied up to four times daily.;1 {application} ..4x/1d",
                "2-3 drops of a 0.3% solution four times daily;2..3 {drop} 4x/1d",
                "a single dose of 2 g;single 2 g",
                "30 units/kg as a single dose;single 30 [iU]/kg",
                "a single injection of 2 mg or 6 mg, given monthly;2 mg 1x/1mo ! 6 mg 1x/1mo",
                "a single dose of 2 mg or 6 mg daily;text",
                "the first dose may be 20 mg daily, or a single 40 mg dose, with oral therapy (60 mg/day) for up to 8"
                        + " months;text",
                "The starting dose is 4 mg once daily or 2 mg twice daily.;initial 4 mg 1x/1d ! initial 2 mg 2x/1d",
                "The initial dose is 80 mg daily (20 mg four times a day).;initial 80 mg/d ! initial 20 mg 4x/1d",
                "15 mg daily for weeks 1 and 2, 5 mg daily for weeks 3 and 4;"
                        + "initial 15 mg/d for 2 wk (for weeks 1 and 2) ! 5 mg/d for 2 wk (for weeks 3 and 4)",
                "The target dose is 60 mg daily.;maintenance 60 mg/d",
                "the daily dose can be raised up to 700 mg twice daily;text",
                "The daily dose is 700 mg, given twice daily.;700 mg/d 2x/1d",
                "The daily dose is 700 mg once daily.;700 mg/d",
                "Neonate-17 years 5 mg/kg once daily;5 mg/kg 1x/1d {child ..17 a}",
                "5 mg for 1 dose;single 5 mg",
                "5 mg twice daily, max. duration 5 days;5 mg 2x/1d for ..5 d",
                "8 to 10 mg for each kg once a day;8..10 mg/kg 1x/1d",
                "300 mg in 50 mL of sodium chloride 0.9%;300 mg (in 50 mL of sodium chloride 0.9%)",
                "child 1-5 months 5 mg;5 mg {child 1..5 mo}",
                "15 mg daily for weeks 1 and 2, 30 mg daily for weeks 3 to 6;"
                        + "initial 15 mg/d for 2 wk (for weeks 1 and 2) ! initial 30 mg/d for 4 wk (for weeks 3 to 6)",
                "15 mg daily in weeks 1 and 3;15 mg/d (in weeks 1 and 3)",
                "Adults and young people aged 14 and over take one tablet once a day.;"
                        + "1 {tablet} 1x/1d {adult, adolescent 14.. a}",
                "60 mg on first day, then 30 mg once daily;initial 60 mg for 1 d #1 ! maintenance 30 mg 1x/1d #2",
                "A single subcutaneous injection of 0.5 mL;single 0.5 mL by subcutaneous",
                "0.25 mg several times a day;0.25 mg",
                "5 mg initially, then 10 mg once daily;initial 5 mg #1 ! 10 mg 1x/1d #2",
                "Child 1 year, 4 mg for 1 day, then 2 mg once daily, child 5 years, 8 mg for 1 day, then 4 mg once daily;"
                        + "initial 4 mg for 1 d #1 {child 1 a} ! maintenance 2 mg 1x/1d #2 {child 1 a} !"
                        + " initial 8 mg for 1 d #1 {child 5 a} ! maintenance 4 mg 1x/1d #2 {child 5 a}",
                "0.1 mL once weekly into the upper layer of the gum;0.1 mL 1x/1wk (into the upper layer of the gum)",
                "In frail gardeners the usual dose is 5 mg once daily.;5 mg 1x/1d (In frail gardeners)",
                "Up to 90 mg daily in stubborn cases under specialist supervision;"
                        + "..90 mg/d (in stubborn cases under specialist supervision)",
                "20 mg once daily, gradually increasing over several weeks to 60 mg once daily;"
                        + "20 mg 1x/1d ! 60 mg 1x/1d (over several weeks)",
                "300 to 900 mg daily or more in cases of need;300..900 mg/d (or more) (in cases)",
                "5 mg once daily or less frequently;5 mg 1x/1d (or less frequently)",
                "A lower starting dose, such as 3 mg once daily, may be enough.;initial 3 mg 1x/1d",
                "The maximum daily dose is 30 mg, but this should only be set by a specialist.;maximum max ..30 mg/1 d",
                "Two tablets every 6 hours, not exceeding the maximum daily dose stated on the pack;"
                        + "2 {tablet} 1x/6h (not exceeding the maximum daily dose stated on the pack)",
                "100,000 units are injected into each wart twice weekly.;100000 [iU] 2x/1wk (into each wart)",
                "Apply 5 mL once daily, leave on for 10 minutes, then rinse.;"
                        + "5 mL 1x/1d (leave on for 10 minutes) (then rinse)",
                "One tablet every 5 minutes up to a maximum of three tablets;"
                        + "1 {tablet} 1x/5min (up to a maximum of three tablets)",
                "One patch is applied at least 6 hours before departure.;1 {patch} by transdermal (at least 6 hours"
                        + " before departure)",
                "15 mg once daily (one hour before or two hours after a meal);"
                        + "15 mg 1x/1d (one hour before or two hours after a meal)",
                "Patients who have never had an opioid take 5 mg once daily.;"
                        + "5 mg 1x/1d (Patients who have never had an opioid)",
                "2.5 mg once daily, followed by titration to effect;2.5 mg 1x/1d",
                "Take 20 mg twice daily, reduced to 10 mg twice daily once the cough has settled.;"
                        + "20 mg 2x/1d ! 10 mg 2x/1d (once the cough has settled)",
                "30 mg once a day in stubborn cases;30 mg 1x/1d (in stubborn cases)",
                "For mild cough, 5 mL is enough, while severe cough may require 10 mL.;"
                        + "5 mL (For mild cough) ! 10 mL for <severe cough>",
                "One or two puffs daily depending on age, weight, and habit;1..2 {puff} 1x/1d by inhalation",
                "The first course is 12 mg daily for five days, and the second course is 9 mg daily for three days.;"
                        + "12 mg/d for 5 d (The first course) ! 9 mg/d for 3 d (the second course)",
                "5 mg daily in combination with foobarol 10 mg;5 mg/d (in combination with foobarol 10 mg)",
                "100 µg daily, possibly up to 400 µg daily in severe cases;"
                        + "100 ug/d max ..400 ug/1 d (up to 400 µg daily in severe cases)",
                "800 mg (four 200 mg capsules) twice daily;800 mg 2x/1d",
                "Premenopausal women take 18 mg daily.;18 mg/d (Premenopausal women)",
                "15 g once daily, mixed with water or juice;15 g 1x/1d (mixed with water or juice)",
                "The dose is halved to 5 mg in liver disease.;5 mg {hepatic}",
                "The dose is halved in liver disease to 5 mg.;text",
                "Therapy commencing on day 3 with 40 mg daily.;40 mg/d (on day 3)",
                "0.5 mL into the deltoid, with a booster dose recommended every 10 years;"
                        + "0.5 mL (with a booster dose recommended every 10 years)",
                "10 mg once daily for 21 days, followed by a 7-day break;10 mg 1x/1d days 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,"
                        + "16,17,18,19,20,21/28",
                "10 mg once weekly for three weeks, then one week off;10 mg 1x/1wk days 1,8,15/28",
                "10 mg once every other week for 6 weeks, then 2 weeks off;text",
                "10 mg once daily for 21 days, then 7 days of placebo;text",
                "4 mg/kg at weeks 0, 2 and 6, then every 8 weeks;"
                        + "initial 4 mg/kg #1 (at weeks 0, 2 and 6) ! maintenance 4 mg/kg 1x/8wk #2",
                "4 mg/kg for the first infusion and 9 mg/kg for subsequent infusions;"
                        + "4 mg/kg (for the first infusion) ! 9 mg/kg (for subsequent infusions)",
                "5 mg/kg daily, rounded to the nearest 25 mg;5 mg/kg/d (rounded to the nearest 25 mg)",
                "After 4 weeks on 2.5 mg daily, the dose is increased to 5 mg daily.;5 mg/d (After 4 weeks on 2.5 mg daily)",
                "Three doses of 2 mL each, given at 0, 1 and 6 months;2 mL (Three doses of) (at 0, 1 and 6 months)",
                "Three doses of 500 mg each day;text",
                "Three 50 mg doses daily;50 mg 3x/1d",
                "One 0.5 mg capsule a day;0.5 mg/d",
                "80 mg/day, either once daily or divided into two 40 mg doses;80 mg/d 1x/1d ! 40 mg 2x/1d",
                "5 mg once daily for 2 weeks (14 days);5 mg 1x/1d for 2 wk",
                "5 mg once daily for 2 weeks (15 days);text",
                "5 mg once daily, five days a week;5 mg 5x/1wk",
                "5 mg twice daily, five days a week;text",
                "5 mg daily for 7 days, but for no more than 14 days;5 mg/d for 7 d (for no more than 14 days)",
                "30 mg per day should not be exceeded.;maximum max ..30 mg/1 d",
                "5 mg daily should not be given.;text",
                "At most 10 mg/kg/day or 500 mg;maximum max ..10 mg/kg/1 d ! maximum max ..500 mg/1 d",
                "20 mg twice daily with amoxicillin 1 g and clarithromycin 500 mg for 7 days;"
                        + "20 mg 2x/1d for 7 d (with amoxicillin 1 g and clarithromycin 500 mg)",
                "75 mg/m² every three weeks, given as a 3-hour infusion;75 mg/m2 1x/3wk over 3 h",
                "30 mg/kg once, followed by 15 mg/kg daily;single 30 mg/kg #1 ! 15 mg/kg/d #2",
                "A loading dose of 5 mg, followed by maintenance;loading 5 mg",
                "5 mg once daily unless otherwise directed;5 mg 1x/1d (unless otherwise directed)",
                "5 mg once daily indefinitely;5 mg 1x/1d (indefinitely)",
                "Anaemia is often treated with 5 mg once daily.;5 mg 1x/1d for <Anaemia>",
                "Patients treated with 5 mg once daily should be watched.;text",
                "It should be limited to 20 mg daily.;maximum max ..20 mg/1 d",
                "Its use is limited to adults (5 mg daily).;text",
                "20 mg daily, rising to 30 mg daily;20 mg/d ! 30 mg/d",
                "8 to 16 mg daily, divided as directed by the doctor;8..16 mg/d",
                "200 mg at bedtime for three consecutive nights;200 mg 1x/1d HS for 3 d",
                "50 mg three times daily with the first bite of each meal;50 mg 3x/1d C",
                "0.2 mg on a sponge for 2 minutes;0.2 mg (on a sponge) (for 2 minutes)",
                "5 mg once daily, depending on the warfarin level;5 mg 1x/1d (depending on the warfarin level)",
                "5 mg once daily, depending on the response to warfarin;5 mg 1x/1d (depending on the response to"
                        + " warfarin)",
                "For children with a creatinine clearance below 30 mL/min, 5 mg once daily;5 mg 1x/1d {child, renal"
                        + " ..30 mL/min}",
            })
    void amountsGetWhatIsSaidOfThem(String row) {
        String[] parts = row.split(";");
        assertThat(Notation.ofSentence(parts[0])).isEqualTo(parts[1].replace('!', '|'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The dose may be raised by 5 mg every week.",
                "Increase in increments of 2.5 mg or 5 mg.",
                "The dose may be changed in 25-unit increments.",
                "Doses are given with 2.5 mg steps each week.",
                "The dose is reduced in steps of 10 mg weekly.",
                "Each tablet contains 200 mg.",
                "It is available as 25 mg and 50 mg capsules.",
                "One 100 mg capsule is equivalent to 120 mg of the salt.",
                "The suspension has 40 mg/mL.",
                "Give 5 mg, i.e. half a tablet, once daily.",
                "Give 50% of the usual dose.",
                "At least 5 mg daily.",
                "The dose of simvastatin is limited to 20 mg daily.",
                "75 mg/m² instead of 100 mg/m² once daily.",
                "Fit a new needle and test it with 2 units.",
                "40 IU correspond to 1 µg.",
                "One puff delivers 100 µg.",
                "400 mg twice daily (the dose may be adjusted based on weight for those under 60 kg).",
                "5 mg once daily, reduced in renal impairment.",
                "Increase from 5 mg to 10 mg daily.",
                "The maximum dose is 40 mg.",
                "5 mg per stone once daily.",
                "5 mg/lb once daily.",
                "Caution is advised with doses above 10 mg daily.",
                "If the daily dose is 12 mg or more, divide it.",
                "Doses of 600 mg are not recommended.",
                "Dexamethasone 4 mg twice daily is given as well.",
                "It is given with 100 mg of ritonavir.",
                "Mix the powder with 15 mL of water.",
                "The level should stay below 6 mg/dL.",
                "Haemoglobin above 11 g/dL calls for a pause.",
                "A 10% fall in weight was seen.",
                "Use half of the usual dose.",
                "Take as directed by your doctor.",
                "A ½-inch needle is used.",
                "In hypertension foobarol 5 mg daily.",
                "In foobar patients foobarol 5 mg daily.",
                "5 mg of foobarol daily",
                "5 mg in plasma",
                "5 mg once daily in rabbits",
                "The half-life in old smokers is 5 mg.",
                "5 mg is excreted in the sweat.",
                "Start 5 mg lower.",
                "It is given in combination with foobarol 10 mg daily.",
                "Taken mixed with foobarol 10 mg daily",
                "0.5 mL, with a second dose after a month",
                "Dose escalation is by 5 mg.",
                "A 17 4 mg dose once daily",
                "800 mg (three 200 mg capsules) twice daily",
                "5 mg once daily, increased when warfarin is stopped",
                "Escalation from 5 mg to 10 mg daily",
                "Doses higher than 5 mg daily",
                "Doses of 12 mg or more should be divided.",
                "10 mL or less",
                "5 mg once daily, but it should not be managed by a physician",
                "5 mg once daily, only in summer",
                "5 mg per foobar",
                "5 mg once daily, with a maximum of 40 mg in children",
                "The vaccine requires three doses.",
                "5 mg daily was used in former times.",
                "Half a tablet on the first day, with daily increases (up to half a tablet at a time)",
                "A small amount passes into breast milk.",
                "Patients with a creatinine clearance of 30 mL/min or more need no other dose.",
            })
    void whatIsNoDoseOfTheDrugStaysText(String sentence) {
        assertThat(Notation.ofSentence(sentence)).isEqualTo("text");
    }

    @Test
    void aBandAloneIsOneOfThePatientsOfTheClauseBefore() {
        assertThat(Notation.ofSentence("Neonate under 5 days 8 mg every 12 hours; 5-28 days 8 mg every 8 hours"))
                .isEqualTo("8 mg 1x/12h {neonate ..5 d} | 8 mg 1x/8h {neonate 5..28 d}");
    }

    @Test
    void aReferenceToTheDoseOfAdultsIsThatDose() {
        assertThat(Notation.ofSentence(
                        "Adult 80 mg every 6 hours; 3-9 years 40 mg every 6 hours; 10-15 years as for adults"))
                .isEqualTo("80 mg 1x/6h {adult} | 40 mg 1x/6h {child 3..9 a} | 80 mg 1x/6h {child 10..15 a}");
    }

    @Test
    void aReferenceBesideAMaximumIsNotGuessed() {
        assertThat(Notation.ofSentence("Adult 80 mg every 6 hours, at most 300 mg daily; 10-15 years as for adults"))
                .isEqualTo("text");
    }

    @Test
    void ingredientsOfACombinationKeepTheirOwnAmounts() {
        assertThat(Notation.ofSentence(
                        "The usual dose is lopinavir 400 mg and ritonavir 100 mg twice daily.",
                        "lopinavir",
                        "ritonavir"))
                .isEqualTo("400 mg 2x/1d of lopinavir | 100 mg 2x/1d of ritonavir");
    }

    @Test
    void theDrugsOwnNameMayBeSpeltInTwoWords() {
        assertThat(Notation.ofSentence("The dose of ethinyl estradiol is 20 micrograms daily.", "ethinylestradiol"))
                .isEqualTo("20 ug/d");
        assertThat(Notation.ofSentence("The dose of tetrabenazine is 20 mg daily.", "deutetrabenazine"))
                .isEqualTo("text");
    }

    @Test
    void theDrugsOwnNameIsNoOtherSubstance() {
        assertThat(Notation.ofSentence("50 mg of diphenhydramine at bedtime", "diphenhydramine"))
                .isEqualTo("50 mg 1x/1d HS");
    }

    @Test
    void aBracketAboutAnotherDrugSaysNothingOfThisOne() {
        assertThat(Notation.ofSentence(
                        "100 mg once weekly, in combination with bortezomib (given subcutaneously)", "selinexor"))
                .isEqualTo("100 mg 1x/1wk (in combination with bortezomib (given subcutaneously))");
    }

    @Test
    void aRhythmBeforeAMaximumIsNotTheMaximums() {
        assertThat(Notation.ofSentence("It may be repeated every 5 minutes; the maximum is 3 tablets in 15 minutes."))
                .isEqualTo("maximum max ..3 {tablet}/15 min");
    }

    @Test
    void aLabelMakesAmountsCeilings() {
        SentenceReader.Outcome outcome = Notation.reader("56 mg/day.").read(Optional.of(Ceiling.PLAIN));
        assertThat(outcome.doses().stream().map(Notation::of)).containsExactly("maximum max ..56 mg/1 d");
    }
}
