//! The charts of the site: on the sample each stands on its page with its finding and its numbers; on small made-up portals it
//! gives way to a sentence where there is nothing to see.

mod days_used;
mod due_months;
mod made_up;
mod months;
mod quarters;
mod reading;
mod steps;
mod years;
