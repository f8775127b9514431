variable "names" {
  type    = set(string)
  default = ["a", "b"]
}
variable "secret" {
  type      = string
  sensitive = true
  default   = "hunter2"
}
locals { prefix = "p" }
resource "terraform_data" "first" {
  for_each = var.names
  input    = { name = each.key, secret = var.secret, list = [1, 2] }
}
resource "terraform_data" "second" {
  for_each = var.names
  input    = terraform_data.first[each.key].id
}
resource "terraform_data" "third" {
  count = 2
  input = "${local.prefix}-${terraform_data.second["a"].id}-${count.index}"
}
resource "terraform_data" "fourth" {
  input = jsonencode({ arn = terraform_data.first["a"].id, n = 3 })
  triggers_replace = [terraform_data.third[0].id, terraform_data.third[1].id, "x"]
}
resource "terraform_data" "chained" {
  for_each = terraform_data.first
  input = each.value.id
}
resource "terraform_data" "splat" {
  input = terraform_data.third[*].id
}
module "m" {
  source   = "./mod"
  for_each = var.names
  upstream = terraform_data.first[each.key].id
  constant = 3
  object   = { id = terraform_data.fourth.id, other = "x" }
}
resource "terraform_data" "user" {
  input = module.m["a"].queue
  triggers_replace = { q = module.m["b"].queue }
}
resource "terraform_data" "users" {
  for_each = var.names
  input = module.m[each.key].queue
}
resource "terraform_data" "secret" {
  input = var.secret
}
output "q" { value = module.m["a"].queue }
output "s" {
  value = var.secret
  sensitive = true
}
data "terraform_remote_state" "rs" {
  backend = "local"
  config = { path = "/nonexistent-${terraform_data.fourth.id}" }
}
