//! Role-based access control of Kubernetes: what a subject may do.
//!
//! Rules only allow, and all that bind a subject add up. A rule needs the API group (`""` is the core), the resource with its
//! subresource (`pods/log` is not `pods`), the verb, and the name where `resourceNames` stands. A `RoleBinding` grants in its own
//! namespace only, also when it names a `ClusterRole`; a `ClusterRoleBinding` grants in all. Every service account is in the group
//! `system:serviceaccounts:<namespace>` (Kubernetes documentation, "Using RBAC Authorization").

mod draw;
mod told;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "rbac",
    name: "Roles of Kubernetes",
    about: "what a user or a service account may do by its roles and bindings",
    version: 1,
    seconds: [45, 75, 110],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// A rule of a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The API group, empty for the core.
    pub group: &'static str,
    /// Resources, `pods/log` among them.
    pub resources: Vec<&'static str>,
    /// Names, none for all.
    pub names: Vec<&'static str>,
    /// Verbs, or `*`.
    pub verbs: Vec<&'static str>,
}

/// Who is bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A user.
    User(&'static str),
    /// A group.
    Group(&'static str),
    /// A service account: its namespace and its name.
    Account(&'static str, &'static str),
}

/// A role and its binding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The name of both.
    pub name: &'static str,
    /// Whether it is a `ClusterRole`.
    pub is_cluster_role: bool,
    /// Its rules.
    pub rules: Vec<Rule>,
    /// The namespace of the `RoleBinding`, nothing for a `ClusterRoleBinding`.
    pub namespace: Option<&'static str>,
    /// Who is bound.
    pub subject: Subject,
}

/// Something that is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// The verb.
    pub verb: &'static str,
    /// The API group.
    pub group: &'static str,
    /// The resource, with its subresource.
    pub resource: &'static str,
    /// The name, where one object is wanted.
    pub name: Option<&'static str>,
    /// The namespace.
    pub namespace: &'static str,
}

impl Request {
    /// `get deployments.apps/web in shop`.
    pub fn text(&self) -> String {
        let group = if self.group.is_empty() {
            String::new()
        } else {
            format!(" of the group `{}`", self.group)
        };
        let name = self
            .name
            .map_or_else(String::new, |name| format!(" named `{name}`"));
        format!(
            "`{}` `{}`{group}{name} in the namespace `{}`",
            self.verb, self.resource, self.namespace
        )
    }
}

/// Who asks, what for, and all that is bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Who asks.
    pub who: Subject,
    /// The groups of a user.
    pub groups: Vec<&'static str>,
    /// All roles and bindings.
    pub grants: Vec<Grant>,
    /// What is wanted.
    pub requests: Vec<Request>,
    /// Whether one of them is to be chosen; otherwise they are counted.
    pub is_choice: bool,
}

/// How roles are read: rightly, or in a way that people get wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    /// Rightly.
    Right,
    /// A `RoleBinding` of a `ClusterRole` for all namespaces.
    ClusterRoleEverywhere,
    /// Any binding for all namespaces.
    Everywhere,
    /// `pods` for `pods/log`, too.
    Subresources,
    /// `get` for `list` and `watch`, too.
    GetLists,
    /// No `resourceNames`.
    AllNames,
    /// No API groups.
    AnyGroup,
    /// No groups of the subject.
    NoGroups,
}

impl Rule {
    fn allows(&self, of: &Request, read: Reading) -> bool {
        let is_verb = |verb: &str| self.verbs.contains(&verb) || self.verbs.contains(&"*");
        let reads = matches!(of.verb, "list" | "watch");
        let has_verb = is_verb(of.verb) || (read == Reading::GetLists && reads && is_verb("get"));
        let parent = of.resource.split('/').next().unwrap_or_default();
        let has_resource = self.resources.contains(&of.resource)
            || (read == Reading::Subresources && self.resources.contains(&parent));
        // A request for all objects has no name, so a list of names does not allow it.
        let has_name = self.names.is_empty()
            || read == Reading::AllNames
            || of.name.is_some_and(|name| self.names.contains(&name));
        let has_group = self.group == of.group || read == Reading::AnyGroup;
        has_verb && has_resource && has_name && has_group
    }
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        draw::case(dice, level)
    }

    fn is_bound(&self, to: Subject, read: Reading) -> bool {
        if to == self.who {
            return true;
        }
        let Subject::Group(group) = to else {
            return false;
        };
        let is_member = match self.who {
            Subject::Account(namespace, _) => {
                group == "system:serviceaccounts"
                    || group.strip_prefix("system:serviceaccounts:") == Some(namespace)
            }
            _ => self.groups.contains(&group),
        };
        is_member && read != Reading::NoGroups
    }

    /// The grant that allows it.
    fn granted(&self, of: &Request, read: Reading) -> Option<&Grant> {
        self.grants.iter().find(|grant| {
            let is_wide = read == Reading::Everywhere
                || (read == Reading::ClusterRoleEverywhere && grant.is_cluster_role);
            let is_there = grant
                .namespace
                .is_none_or(|namespace| namespace == of.namespace || is_wide);
            self.is_bound(grant.subject, read)
                && is_there
                && grant.rules.iter().any(|rule| rule.allows(of, read))
        })
    }

    fn count(&self, read: Reading) -> usize {
        let granted = self
            .requests
            .iter()
            .filter(|of| self.granted(of, read).is_some());
        granted.count()
    }

    /// How many requests this grant allows, those left out that one before it allows.
    fn count_by(&self, grant: &Grant) -> usize {
        let granted = self
            .requests
            .iter()
            .filter(|of| self.granted(of, Reading::Right) == Some(grant));
        granted.count()
    }

    /// Tells it.
    pub fn tell(&self) -> Question {
        if self.is_choice {
            told::choice(self)
        } else {
            told::counted(self)
        }
    }
}
